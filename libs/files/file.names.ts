import { uploadRules } from './upload.rules.js';
import { wellFormed } from './written.document.js';

/** Control characters, and those that are not seen but turn or hide what is around them. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
/** What file systems, shells and pages give a meaning to. */
const meaningful = /[<>:"|?*`$&;]/g;
/** Names that Windows keeps for devices, whatever follows their dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The ending of a name in small letters, without its dot; empty where there is none. */
export const endingOf = (name: string): string => /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** A name that can be shown and saved anywhere: no folder, nothing unseen, not too long. Never used as a path here. */
export const cleanName = (given: string): string => {
  const last = wellFormed(given).split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(unseen, '')
    .replace(meaningful, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const named = device.test(clean) ? `_${clean}` : clean;
  const ending = endingOf(named);
  const letters = Array.from(ending ? named.slice(0, -ending.length - 1) : named);
  const room = uploadRules.maxNameLength - (ending ? ending.length + 1 : 0);
  const stem = letters.slice(0, Math.max(1, room)).join('').trim();
  return ending ? `${stem}.${ending}` : stem;
};

/** A `Content-Disposition` that makes every browser save the file under its name (RFC 6266, RFC 8187). */
export const asAttachment = (name: string): string => {
  const ascii =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_')
      .trim() || 'file';
  const saved = ascii.startsWith('.') ? `file${ascii}` : ascii;
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${saved}"; filename*=UTF-8''${encoded}`;
};
