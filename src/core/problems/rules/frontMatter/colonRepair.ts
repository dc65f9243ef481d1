import { say } from '../../../text/message';
import type { FieldRepair } from './fieldRepair';

/** `title:text`, `title：text`, or a space between them that is none to YAML. */
export const colonFaults: FieldRepair = (source, { colon, form }) => {
  switch (form) {
    case 'exact':
      return undefined;
    case 'noSpace':
      return [
        {
          range: colon,
          message: say('Write a space after the colon, or this line is no field.'),
          fixes: [
            {
              title: say('Write a space after the colon'),
              ...(/[!&*#]/.test(source.charAt(colon.end)) ? { isGuess: true } : {}),
              edits: [{ range: { start: colon.end, end: colon.end }, text: ' ' }],
            },
          ],
        },
      ];
    case 'wideColon':
      return [
        {
          range: colon,
          message: say('A full-width colon does not make a field. Write a plain one and a space.'),
          fixes: [{ title: say('Write a plain colon and a space'), edits: [{ range: colon, text: ': ' }] }],
        },
      ];
    case 'wideSpace': {
      const space = { start: colon.start + 1, end: colon.end };
      return [
        {
          range: space,
          message: say(
            'The space after this colon is an unusual one, so that the line is no field. Write a plain space.',
          ),
          fixes: [{ title: say('Write a plain space after the colon'), edits: [{ range: space, text: ' ' }] }],
        },
      ];
    }
  }
};
