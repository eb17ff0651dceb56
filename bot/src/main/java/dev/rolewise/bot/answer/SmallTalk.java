package dev.rolewise.bot.answer;

import java.util.regex.Pattern;

/** Messages that greet, thank or ask for the bot itself, and messages in other languages. */
final class SmallTalk {
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?i)\\W*(?:(?:hi|hiya|hello|hey|yo|howdy|good"
              + " (?:morning|afternoon|evening|day)|greetings|thanks?|thank (?:you|u)|many"
              + " thanks|thx|ty|cheers|ok|okay|great|cool|nice|perfect|awesome|got it|i see|sounds"
              + " good|bye|goodbye|see you|good night|help|help me|what (?:can|do|could) (?:you|i)"
              + " (?:do|ask|answer|know|help with|say)|what can you (?:help|assist)(?: me)?"
              + " with|what are you(?: for)?|who are you|how are you|how does this work|what is"
              + " this)(?: (?:there|you|bot|all|everyone|again|so much|very much|a lot|a"
              + " bunch|then|for (?:that|the help|your help|this)|here|now|please|today))*\\W*)+");

  /** Little words of other languages that English has none like. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?iU)\\b(?:wie|viel|verdient|verdienen|und|ist|eine[nrms]?|ein|der|das|für|welche[rs]?|nicht"
              + "|wird|braucht|gehalt|bekommt|cuánto|cuanto|gana|gagne|combien|salaire|sueldo|salario"
              + "|quel(?:le)?s?|une|dans|para|como|qué|cuál|les|est|quanto|guadagna|ile|zarabia)\\b");

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(?:the|what|how|which|does|do|is|are|of|for|much|many|who|where|when|can|i|you)\\b");

  private static final int MIN_FOREIGN = 2;

  private SmallTalk() {}

  /** Whether a message is nothing but small talk. */
  static boolean is(String message) {
    return message.length() <= 120 && WHOLE.matcher(message).matches();
  }

  /** Whether a message is in another language than English. */
  static boolean isForeign(String message) {
    return FOREIGN.matcher(message).results().count() >= MIN_FOREIGN
        && !ENGLISH.matcher(message).find();
  }
}
