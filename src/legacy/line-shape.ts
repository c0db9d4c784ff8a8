const LONGEST_HEADING = 160;
/** Subtitles of one sentence without its end run longer. */
const LONGEST_SUBTITLE = 220;
const SENTENCE_END = /[.!?:…][“”"»)]*$/;

/**
 * Whether a line reads as running text: too long for a heading, or a whole sentence of some length.
 *
 * @example isProse("Der Kreis Soest misst auch in der kommenden Woche an vielen Stellen, wie schnell gefahren wird.") → true
 */
export function isProse(text: string): boolean {
  if (text.length <= LONGEST_HEADING) return text.length > 90 && SENTENCE_END.test(text);
  return text.length > LONGEST_SUBTITLE || SENTENCE_END.test(text) || /[.!?][“"]? \p{Lu}/u.test(text);
}

/**
 * Whether a line can be a title, subtitle or the heading of a photo.
 *
 * @example isHeadingLike("Arbeiten können erst im neuen Jahr weitergeführt werden") → true
 */
export function isHeadingLike(text: string): boolean {
  return (
    text.length <= 250 &&
    /\p{L}{2}/u.test(text) &&
    !/[.,;:]$/.test(text) &&
    !isProse(text) &&
    !isAddress(text)
  );
}

/** Whether a line is nothing but a web address, a mail address or a telephone number. */
function isAddress(text: string): boolean {
  return /^(?:(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+|(?:Tel\S*\s)?[+\d(][\d /()-]{5,})$/.test(text);
}

/** A text without its spaces, bars and marks, in small letters: to tell whether two say the same. */
export function sameness(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9äöüßéèáàëçøœ]+/g, "");
}
