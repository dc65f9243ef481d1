import { type Message, say } from '../../text/message';
import type { ImageVerdict } from './imageVerdict';

/** A verdict in words: what is wrong, why, and where there is something to do, what. */
export function verdictMessage(verdict: ImageVerdict): Message {
  const { kind, detail = '', status = 0 } = verdict;
  switch (kind) {
    case 'ok':
      return say('The image is there.');
    case 'gone':
      return status === 410
        ? say('The server says that this image was taken away for good (410).')
        : say('The server says that there is no such image ({0}).', status);
    case 'notAnImage':
      return notAnImage(verdict);
    case 'truncated':
      return truncated(verdict);
    case 'serverError':
      return verdict.cause === 'badRedirect'
        ? say('The server redirects this image to a URL that cannot be requested: {0}', detail)
        : say('The server failed when it was asked for this image ({0}), also after further tries.', status);
    case 'refused':
      return refused(verdict);
    case 'unreachable':
      return unreachable(verdict);
    case 'moved':
      return say('This image has moved for good to {0}', verdict.movedTo ?? '');
    case 'redirectLoop':
      return verdict.cause === 'loop'
        ? say('The server redirects this image in a loop.')
        : say('The server redirects this image more than {0} times.', detail);
    case 'placeholder':
      return placeholder(verdict);
    case 'skipped':
      return skipped(verdict);
  }
}

function notAnImage({ cause, type = '' }: ImageVerdict): Message {
  switch (cause) {
    case 'html':
      return say('The server sends a web page here, not an image.');
    case 'json':
      return say('The server sends JSON here, not an image.');
    case 'text':
      return say('The server sends text here, not an image.');
    case 'wrongType':
      return say('The server calls this SVG image “{0}”, so no browser shows it.', type);
    default:
      return say('What the server sends here is no image that can be shown.');
  }
}

function truncated({ cause, size = 0 }: ImageVerdict): Message {
  switch (cause) {
    case 'empty':
      return say('The server sends an empty file here.');
    case 'dropped':
      return say('The server breaks off before the image is complete.');
    default:
      return say('This image is cut off: its {0} bytes are fewer than it should have.', size);
  }
}

function refused({ cause, status = 0, detail = '' }: ImageVerdict): Message {
  if (cause === 'waitTooLong') {
    return say('The server wants to be left alone for {0} seconds before it is asked for this image again.', detail);
  }
  switch (status) {
    case 401:
      return say('The server shows this image only after a login (401).');
    case 403:
      return say('The server refuses this image to programs (403). A browser may show it all the same.');
    case 429:
      return say('The server was asked too often (429). Check this image again later.');
    case 451:
      return say('The server refuses this image for legal reasons (451).');
    default:
      return say('The server refuses this image ({0}).', status);
  }
}

function unreachable({ cause, detail = '' }: ImageVerdict): Message {
  switch (cause) {
    case 'nameNotFound':
      return say('There is no server called {0} any more.', detail);
    case 'nameLookup':
      return say('The name {0} could not be looked up.', detail);
    case 'connectionRefused':
      return say('The server {0} accepts no connections.', detail);
    case 'noRoute':
      return say('No way leads to the server {0}.', detail);
    case 'tls':
      return tlsMessage(detail);
    case 'connectTimedOut':
      return say('The server {0} did not accept a connection in time.', detail);
    case 'headersTimedOut':
      return say('The server {0} did not answer in time.', detail);
    case 'bodyTimedOut':
      return say('The server did not send the image in time.');
    case 'headersTooLarge':
      return say('The server answers with headers without end.');
    case 'notHttp':
      return say('What answers here does not speak HTTP ({0}).', detail);
    case 'proxy':
      return say('The proxy could not reach the server: {0}', detail);
    default:
      return say('The server closed the connection without an answer ({0}).', detail);
  }
}

function tlsMessage(code: string): Message {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return say('The server’s certificate has expired.');
    case 'CERT_NOT_YET_VALID':
      return say('The server’s certificate is not valid yet. Is the clock of this machine right?');
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return say('The server’s certificate is for another name.');
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return say('The server signed its certificate itself.');
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return say('The server’s certificate is signed by nobody known.');
    case 'CERT_REVOKED':
      return say('The server’s certificate was withdrawn.');
    default:
      return say('No encrypted connection to the server comes about ({0}).', code);
  }
}

function placeholder({ cause, answeredBy = '' }: ImageVerdict): Message {
  switch (cause) {
    case 'onePixel':
      return say('The server sends a picture of a single point here.');
    case 'knownAddress':
      return say('The server shows a stand-in for this image: {0}', answeredBy);
    default:
      return say('The server sends a picture here that says “not found”.');
  }
}

function skipped({ cause, detail = '' }: ImageVerdict): Message {
  switch (cause) {
    case 'reservedName':
      return say('Not checked: {0} is a name for examples or for one’s own network.', detail);
    case 'privateAddress':
      return say('Not checked: {0} is in a private network, and no setting allows it.', detail);
    default:
      return say('Not checked: this is no URL that can be requested.');
  }
}
