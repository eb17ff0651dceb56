package dev.rolewise.knowledge.retrieval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the text of a question to plain words: one form for every letter, no markup, no mentions,
 * no links, nothing that is addressed to a program instead of a person.
 */
final class QuestionText {
  /** Characters read at most; a message beyond that is cut, since no question is that long. */
  static final int MAX_CHARS = 60_000;

  /** Characters of one sentence read at most. */
  private static final int MAX_SENTENCE_CHARS = 1_000;

  private static final Pattern LABELLED_LINK =
      Pattern.compile("<(?:https?|mailto):[^|>\\s]*\\|([^>]*)>");
  private static final Pattern MARKDOWN_LINK =
      Pattern.compile("\\[([^\\]\\[]{1,200})]\\((?:[^()\\s]|\\([^()]*\\))*\\)");
  private static final Pattern LINK = Pattern.compile("<?\\b(?:https?://|www\\.)[^\\s>]+>?");
  private static final Pattern MENTION =
      Pattern.compile("<[@#!][^>]{0,80}>|(?<![\\w.])@(?:everyone|here|channel|\\w[\\w.-]*)");
  private static final Pattern EMOJI_CODE = Pattern.compile(":[a-z0-9_+-]{2,40}:");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^<>]{0,300}>");
  private static final Pattern CODE_BLOCK = Pattern.compile("```.*?(?:```|$)", Pattern.DOTALL);
  private static final Pattern MARKUP = Pattern.compile("[*_~`#>|\\\\^{}\\[\\]]+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String LOOK_ALIKES =
      "аaеeоoрpсcхxуyіiјjѕsԁdһhкkмmтtвbнhԛqԝwгrпnлlАAЕEОOРPСCХXУYІIЈJЅSВBНHКKМMТTԚQԜWЗ3"
          + "αaοoρpνvτtιiκkυuεeηnωwχxΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXɡgıiǀlℓlӏl";

  private QuestionText() {}

  /** The plain words of a message. */
  static String plain(String message) {
    String text = message.length() > MAX_CHARS ? message.substring(0, MAX_CHARS) : message;
    text = latin(Normalizer.normalize(withoutInvisible(text), Normalizer.Form.NFKC));
    text = LABELLED_LINK.matcher(text).replaceAll("$1");
    text = MARKDOWN_LINK.matcher(text).replaceAll("$1");
    text = LINK.matcher(text).replaceAll(" ");
    text = MENTION.matcher(text).replaceAll(" ");
    text = EMOJI_CODE.matcher(text).replaceAll(" ");
    text = TAG.matcher(text).replaceAll(" ");
    text = CODE_BLOCK.matcher(text).replaceAll(" ");
    text = MARKUP.matcher(text).replaceAll(" ");
    text = text.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"');
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static String withoutInvisible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int type = Character.getType(c);
          if (type == Character.FORMAT || c == 0x034F || c == 0x115F || c == 0x3164) {
            return;
          }
          if (type == Character.CONTROL || type == Character.SURROGATE) {
            visible.append(c == '\n' ? '\n' : ' ');
          } else {
            visible.appendCodePoint(c);
          }
        });
    return visible.toString();
  }

  /** Letters that look like Latin ones, where the word they stand in reads as a Latin word. */
  private static String latin(String text) {
    if (text.chars().allMatch(c -> c < 0x0250)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        result.append(latinWord(text.substring(start, i)));
        if (i < text.length()) {
          result.append(text.charAt(i));
        }
        start = i + 1;
      }
    }
    return result.toString();
  }

  private static String latinWord(String word) {
    StringBuilder result = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 0x0250) {
        result.append(c);
        continue;
      }
      int at = LOOK_ALIKES.indexOf(c);
      if (at < 0 || at % 2 != 0) {
        return word;
      }
      result.append(LOOK_ALIKES.charAt(at + 1));
    }
    return result.toString();
  }

  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "(?<=[?!])\\s+|(?<=[^\\s.][^\\s.][.])(?<!(?i:\\b(?:incl|approx|vs|etc|resp|dept|eng|mgr|dir|asst|assoc|exec|mgmt|no|sr|jr|dr|mr|ms|st|inc|esp|max|min|avg)\\.))\\s+(?=\\p{L})|\\s*\\n\\s*|\\s*;\\s+|\\s+--+\\s+");
  private static final Pattern SECOND_QUESTION =
      Pattern.compile(
          ",?\\s+(?:and|also|plus|&)\\s+(?:also\\s+)?(?=(?:what|how|which|who|where|when|why|do|does|is|are|can|could|should|would|will|tell"
              + " me|show me)(?:'s)?\\b)",
          Pattern.CASE_INSENSITIVE);

  /** "AI innov.": a full stop behind two words shortens the last one. */
  private static final Pattern SHORTENED = Pattern.compile("\\S+ \\p{Ll}{3,6}\\.");

  /** "And how high?": what is asked of is told in front. */
  private static final Pattern BARE_QUANTITY =
      Pattern.compile(
          "how (?:high|much|many|big|large|long|often|far)(?: (?:is|are|would|will) (?:it|that|this"
              + "|they)(?: be)?)?\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** The sentences of plain text; a second question after "and" counts as a sentence. */
  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    String begun = "";
    for (String part : SENTENCE_END.split(text, 0)) {
      String sentence = begun + part;
      begun =
          SHORTENED.matcher(sentence).matches()
              ? sentence.substring(0, sentence.length() - 1) + " "
              : "";
      if (!begun.isEmpty()) {
        continue;
      }
      Matcher second = SECOND_QUESTION.matcher(sentence);
      int start = 0;
      while (second.find()) {
        boolean bare =
            BARE_QUANTITY.matcher(sentence).region(second.end(), sentence.length()).lookingAt();
        if (second.start() - start > 8 && !bare) {
          add(sentences, sentence.substring(start, second.start()));
          start = second.end();
        }
      }
      add(sentences, sentence.substring(start));
    }
    add(sentences, begun);
    return sentences;
  }

  private static final Pattern ASKING_CLAUSE =
      Pattern.compile("\\b(?:what|how|which|who|where|when|why)\\b", Pattern.CASE_INSENSITIVE);

  /** What is asked inside a sentence that tells: "I need a slide with what a cook earns". */
  static Optional<String> askedIn(String sentence) {
    Matcher clause = ASKING_CLAUSE.matcher(sentence);
    return clause.find() ? Optional.of(sentence.substring(clause.start())) : Optional.empty();
  }

  private static final Pattern REPORT =
      Pattern.compile(
          "^(?:(?:so|and|but|ok|okay|lol|well|hi|hey|um|apparently)[,!]?\\s+)*(?:(?:my|our|the|an?|some|one"
              + " of my|this|his|her|their)(?: [\\p{L}'-]+){1,3}?"
              + "|someone|somebody|everyone|everybody|people|they|he|she|i|we)(?:"
              + " (?:just|once|always|keeps?|also|have|has|had|'ve))? (?:said|says?|told"
              + " (?:me|us)|tells (?:me|us)|claims?|claimed|thinks?|thought"
              + "|swears?|swore|insists?|believes?|heard|read|saw|assumed?|reckons?)(?:"
              + " (?:somewhere|online|once|yesterday|today))?(?: that)?[,:]?\\s+(?=\\S+ \\S+ \\S+)",
          Pattern.CASE_INSENSITIVE);

  /** What somebody is said to have said: "my teacher said that the market will grow". */
  static String withoutReport(String sentence) {
    return REPORT.matcher(sentence).replaceFirst("");
  }

  private static final Pattern CORRECTION =
      Pattern.compile(
          "^.*(?:\\.{2,}|…|[,;–-])\\s*(?:i mean|or rather)[,:]?\\s+"
              + "(?=(?:what|how|which|who|where|when|why|is|are|do|does|can|will)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** The end of a sentence that takes back what stands in front: "..., I mean, is it growing". */
  static String corrected(String sentence) {
    return CORRECTION.matcher(sentence).replaceFirst("");
  }

  /**
   * A sentence in three parts that make it up again.
   *
   * @param before what leads to the question: "this may sound odd but "
   * @param behind what is added to it: ", my uncle says it's the same"
   */
  record Asides(String before, String question, String behind) {}

  private static final Pattern LEAD =
      Pattern.compile(
          "^[^?]{3,100}?\\b(?:but|so|anyway|and)[,:]?\\s+(?=(?:what|how|which|who|where|when|why)(?:'s|s)?\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDED =
      Pattern.compile(
          "(?:,|\\s-)\\s+(?:(?:because|since|cause|cuz|cos|coz)\\s|(?:my|our|his|her|their)(?:"
              + " [\\p{L}'-]+){1,3}?"
              + " (?:is|was|are|were|has|have|had|says?|said|thinks?|wants?|told|keeps?|claims?|needs?)\\b|(?:i|we|he|she|they)(?:'m|'re|'s|'ve|"
              + " [\\p{L}']+)\\b)[^?]*\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static boolean asks(String text) {
    return text.contains("?") && ASKING_CLAUSE.matcher(text).find();
  }

  /** What a sentence asks, apart from what is told before and behind it. */
  static Asides asides(String sentence) {
    Matcher lead = LEAD.matcher(sentence);
    int start = lead.find() ? lead.end() : 0;
    int end = sentence.length();
    Matcher asking = ASKING_CLAUSE.matcher(sentence).region(start, end);
    if (asking.find()) {
      Matcher added = ADDED.matcher(sentence).region(asking.end(), end);
      end = added.find() && !asks(added.group()) ? added.start() : end;
    }
    return new Asides(
        sentence.substring(0, start), sentence.substring(start, end), sentence.substring(end));
  }

  private static final Pattern VERIFICATION =
      Pattern.compile(
          "^(?:(?:so|and|but|or|hm+|well)[, ]+)?(?:(?:is|was|are|were|isn't|aren't|does|do)"
              + " (?:that|this|it|they|these|those|he|she)(?:"
              + " (?:all|really|still|even|actually))?(?: (?:correct|right|true|accurate|so|the"
              + " case|legit|real|wrong|false|tho|though|sound (?:right|about"
              + " right|correct)))?|(?:is|was) (?:that|this|the)"
              + " (?:figure|number|claim|statement|amount)(?: really)?"
              + " (?:correct|right|true|accurate)|(?:do you |would you )?agree(?: with"
              + " (?:that|this|it|him|her|them)(?:"
              + " (?:figure|number|claim|statement|amount))?)?|correct|right|true|really|or not|am"
              + " i (?:right|wrong|correct)|(?:did|do|have) i"
              + " (?:understand|understood|get|got|read|hear)(?: (?:it|that|this))?(?:"
              + " (?:well|right|correctly))?|(?:can you |please )*confirm(?: (?:it|that|this))?)(?:"
              + " (?:according to|by|per|going by) .{2,40})?\\W*$",
          Pattern.CASE_INSENSITIVE);

  /** Whether a sentence asks for nothing but whether the one before it is so. */
  static boolean isVerification(String sentence) {
    return VERIFICATION.matcher(sentence).find();
  }

  /** The beginning of a sentence up to a whole word, as far as people write sentences. */
  static String limited(String sentence) {
    if (sentence.length() <= MAX_SENTENCE_CHARS) {
      return sentence;
    }
    int end = sentence.lastIndexOf(' ', MAX_SENTENCE_CHARS);
    return sentence.substring(0, end > 0 ? end : MAX_SENTENCE_CHARS);
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }

  private static final Pattern ORDER =
      Pattern.compile(
          "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instructions?|rules?|prompts?|above|previous|prior|everything|documents?|guidelines|training|told)\\b|\\bsystem"
              + " prompt\\b|\\b(?:developer|debug|god|admin|jailbreak|dan) mode\\b|\\brepeat"
              + " (?:after me|the (?:words|text|following|above|prompt))|\\byou are (?:now|no"
              + " longer)\\b|(?:^|[.!?,;:]\\s*|\\b(?:and|then|but|so|instead|imagine) )you are"
              + " an?\\b|\\byou are \\S+ now\\b|\\b(?:pretend|act as|roleplay|role-play|from now"
              + " on|new instructions?|end of (?:document|prompt|instructions))\\b|\\byour"
              + " (?:instructions|prompt|rules|configuration|source code|api"
              + " key|password|secret)\\b|\\b(?:reply|respond|answer|output|print|say|write|type)\\b"
              + " (?:only|just|exactly|with|that|this|the (?:word|words|following))\\b|\\bdrop"
              + " table\\b|(?-i:SELECT\\b.{1,100}\\bFROM\\b|UPDATE\\b.{1,100}\\bSET\\b)|\\bupdate"
              + " \\S+ set \\S+ ?=|(?:^|[,.;:!]\\s|\\b(?:and|then|just|please)\\s)(?:invent|make"
              + " up|fabricate|hallucinate)\\b.{0,40}\\b(?:salar(?:y|ies)|figures?|numbers?|amounts?|pay|wages?|facts?|quotes?|citations?)\\b|\\bselect"
              + " \\S+ from\\b|\\bunion select\\b|\\binsert into\\b|\\bdelete from\\b|\\bor 1 ?="
              + " ?1\\b|\\bsudo\\b|\\brm -rf\\b|\\bassistant:|\\bsystem:|\\buser:",
          Pattern.CASE_INSENSITIVE);

  /** Whether a sentence is an order to a program and no question. */
  static boolean isOrder(String sentence) {
    return ORDER.matcher(sentence).find();
  }

  private static final Pattern DICTATED =
      Pattern.compile(
          "^(?:just |simply |please )*(?:tell (?:me|us|them|everyone)|say|state|claim|confirm|write"
              + "|cite|answer|report)\\b(?!.*\\b(?:what|how|which|who|whether)\\b)[^?]*\\p{Sc}\\s?\\d",
          Pattern.CASE_INSENSITIVE);

  /** Whether a sentence dictates a figure to be said; beside an order it is part of it. */
  static boolean isDictated(String sentence) {
    return DICTATED.matcher(sentence).find();
  }

  private static final Pattern QUESTION =
      Pattern.compile(
          "\\?|^(?:(?:so|and|but|ok|okay|hi|hey|hello|also|then|well|please|pls|just|um|yo|btw|anyway|actually|hmm|basically|wondering|curious|quick"
              + " question|question|my question is|i was wondering|i(?:'d| would) (?:like|love) to"
              + " know|(?:can|could|would) you (?:please )?(?:tell|show|give|explain)(?: me)?|(?:do"
              + " )?(?:you|u) know|i(?: really)? (?:want|need) to know|any (?:idea|clue)|no"
              + " idea|idk)[,:]?\\s+)*(?:what|how|which|who|whose|where|when|why|is|are|do|does|did|can|could|should|would|will|has|have|was|were|may|must|whats|hows|wheres|whos|tell"
              + " me|show(?: me)?|give"
              + " me|list|compare|explain|describe|summari[sz]e|name|define|outline|any|same|and|wondering|what's|how's|which's)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Whether a sentence reads as a question or asks to be told something. */
  static boolean isQuestion(String sentence) {
    return QUESTION.matcher(sentence).find();
  }
}
