import { type Message, say } from '../../../text/message';
import type { ErrorObject } from './frontMatterSchema';

/** What a violation of a schema means. `name` is the value it is about, as a person would call it. */
export function schemaMessage({ keyword, params, message }: ErrorObject, name: string): Message {
  const limit = Number(params.limit);
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return say('The archive’s schema asks for “{0}”. Add it.', String(params.missingProperty));
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return say('The archive’s schema does not know “{0}”. Remove it, or add it to the schema.', name);
    case 'type':
      return typeMessage(params.type, name);
    case 'enum':
      return say('“{0}” has to be one of these: {1}.', name, listed(params.allowedValues));
    case 'const':
      return say('“{0}” has to be {1}.', name, JSON.stringify(params.allowedValue));
    case 'pattern':
      return say('“{0}” does not have the form that the schema asks for: {1}', name, String(params.pattern));
    case 'format':
      return say('“{0}” does not have the form that the schema asks for: {1}', name, String(params.format));
    case 'minLength':
      return limit === 1
        ? say('“{0}” must not be empty.', name)
        : say('“{0}” is too short: it needs at least {1} characters.', name, limit);
    case 'maxLength':
      return limit === 1
        ? say('“{0}” is too long: it may have at most 1 character.', name)
        : say('“{0}” is too long: it may have at most {1} characters.', name, limit);
    case 'minItems':
      return say('“{0}” has too few items: it needs at least {1}.', name, limit);
    case 'maxItems':
      return say('“{0}” has too many items: it may have at most {1}.', name, limit);
    case 'uniqueItems':
      return say('“{0}” holds the same item twice.', name);
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum':
      return say('“{0}” has to be {1} {2}.', name, String(params.comparison), limit);
    case 'anyOf':
    case 'oneOf':
      return say('“{0}” has none of the forms that the archive’s schema allows.', name);
    case 'not':
    case 'false schema':
      return say('The archive’s schema forbids this “{0}”.', name);
    default:
      return say('“{0}” breaks the archive’s schema: {1}.', name, message ?? keyword);
  }
}

function typeMessage(type: unknown, name: string): Message {
  switch (type) {
    case 'string':
      return say('“{0}” has to be text. Put it in quotes.', name);
    case 'number':
      return say('“{0}” has to be a number.', name);
    case 'integer':
      return say('“{0}” has to be a whole number.', name);
    case 'boolean':
      return say('“{0}” has to be true or false.', name);
    case 'array':
      return say('“{0}” has to be a list.', name);
    case 'object':
      return say('“{0}” has to be a mapping.', name);
    case 'null':
      return say('“{0}” has to be empty.', name);
    default:
      return say('“{0}” has to be one of these: {1}.', name, Array.isArray(type) ? type.join(', ') : String(type));
  }
}

const mostListed = 12;

function listed(values: unknown): string {
  if (!Array.isArray(values)) return '';
  const shown = values.slice(0, mostListed).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return values.length > mostListed ? `${shown.join(', ')}, …` : shown.join(', ');
}
