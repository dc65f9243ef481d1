import { type Message, say } from '../message';
import { type FieldType, fieldName, type JsonFault, type SyntaxFault } from './jsonFault';

/** What is wrong with a JSON file of the archive, in a sentence. */
export function faultMessage(fault: JsonFault): Message {
  const field = fieldName(fault.path);
  switch (fault.kind) {
    case 'notJson':
      return syntaxMessage(fault);
    case 'wrongType':
      return typeMessage(field, fault.expected);
    case 'missing':
      return field === '' ? say('It has no “{0}”.', fault.field) : say('“{0}” has no “{1}”.', field, fault.field);
    case 'duplicate':
      return say('“{0}” is there twice.', fault.value);
    case 'unknownValue':
      return fault.known.length === 0
        ? say('“{0}” cannot be “{1}”: there are none yet.', field, fault.value)
        : say('“{0}” cannot be “{1}”; it is one of {2}.', field, fault.value, fault.known.join(', '));
    case 'unknownTimeZone':
      return say('There is no time zone “{0}”; one would be “{1}”.', fault.value, 'Asia/Shanghai');
    case 'unknownRule':
      return fault.closest === undefined
        ? say('There is no rule “{0}”.', fault.value)
        : say('There is no rule “{0}”; is “{1}” meant?', fault.value, fault.closest);
    case 'unusableGlob':
      return say(
        '“{0}”: the glob “{1}” cannot be used; only *, **, ?, [ ] and { , } are known.',
        fieldName(fault.path.slice(0, -1)),
        fault.value,
      );
    case 'unusablePattern':
      return say('“{0}”: the regular expression “{1}” cannot be used: {2}.', field, fault.value, fault.detail);
    case 'unusableSchema':
      return say('“{0}” is no JSON Schema that can be used: {1}.', field, fault.detail);
  }
}

function typeMessage(field: string, expected: FieldType): Message {
  switch (expected) {
    case 'object':
      return field === '' ? say('It must be an object in braces.') : say('“{0}” must be an object in braces.', field);
    case 'text':
      return say('“{0}” must be a text.', field);
    case 'texts':
      return say('“{0}” must be a list of texts, none of them empty.', field);
    case 'list':
      return say('“{0}” must be a list.', field);
    case 'number':
      return say('“{0}” must be a number.', field);
    case 'positiveNumber':
      return say('“{0}” must be a number above 0.', field);
    case 'version':
      return say('This version of Marginalia reads version 1 only.');
  }
}

function syntaxMessage({ reason, line }: SyntaxFault): Message {
  switch (reason) {
    case 'key':
      return say('It is not JSON: a key in double quotes is missing in line {0}.', line);
    case 'value':
      return say('It is not JSON: a value is missing in line {0}.', line);
    case 'colon':
      return say('It is not JSON: a colon is missing in line {0}.', line);
    case 'comma':
      return say('It is not JSON: a comma is missing in line {0}.', line);
    case 'brace':
      return say('It is not JSON: a closing brace is missing in line {0}.', line);
    case 'bracket':
      return say('It is not JSON: a closing bracket is missing in line {0}.', line);
    case 'end':
      return say('It is not JSON: something follows its end in line {0}.', line);
    case 'comment':
      return say('It is not JSON: there is a comment in line {0}.', line);
    case 'text':
      return say('It is not JSON: line {0} has a string that is not closed or not escaped.', line);
    case 'other':
      return say('It is not JSON: line {0} has text that is not in double quotes.', line);
  }
}
