package dev.rolewise.bot.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.answer.Falsehoods;
import dev.rolewise.bot.answer.Mutations;
import dev.rolewise.bot.llm.FakeModelHost.Asked;
import dev.rolewise.bot.llm.FakeModelHost.Behaviour;
import dev.rolewise.bot.llm.FakeModelHost.Mind;
import dev.rolewise.knowledge.fact.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes what no answer may show, in another way each time. */
public final class HostileMind implements Mind {
  /** What it does. */
  public enum Trick {
    /** Every figure altered in every way. */
    FIGURES,
    /** What is needed, how often, with what and at which end, the other way round. */
    CLAIMS,
    /** Other jobs, levels, places and years in front. */
    SUBJECTS,
    /** The right sentence on another statement. */
    WRONG_CITATION,
    /** Numbers that no statement has. */
    INVENTED_CITATION,
    /** Sentences that cite nothing. */
    UNMARKED,
    /** Does what a text in the documents or the question may order. */
    ORDERS,
    /** Mentions, links and markup. */
    LIVE,
    HUGE,
    BROKEN_BYTES,
    HALF,
    NOTHING
  }

  private static final List<String> SUBJECTS =
      List.of(
          "In Reykjavik: ",
          "Heart surgeons get this: ",
          "Junior staff, entry level: ",
          "In 1997: ",
          "Unlike others, truck drivers: ");
  private static final int HUGE_CHARS = 100_000;

  private final Wire wire;
  private final AtomicInteger count = new AtomicInteger();
  private final Set<String> lies = ConcurrentHashMap.newKeySet();

  public HostileMind(Wire wire) {
    this.wire = wire;
  }

  /** Begins with another trick. */
  public void skip(int tricks) {
    count.addAndGet(tricks);
  }

  /** Sentences that it wrote and that are not true. */
  public Set<String> lies() {
    return lies;
  }

  @Override
  public Behaviour think(Asked asked) {
    try {
      JsonNode data = FakeModelHost.JSON.readTree(asked.data());
      if (!data.has("statements")) {
        return new Behaviour.Says("What does a heart surgeon in Reykjavik make? @everyone");
      }
      Trick[] tricks = Trick.values();
      return does(tricks[count.getAndIncrement() % tricks.length], data);
    } catch (JsonProcessingException e) {
      return new Behaviour.Fails(400);
    }
  }

  /** One trick on one question. */
  public Behaviour does(Trick trick, JsonNode data) {
    return switch (trick) {
      case HALF -> {
        String whole = json(data, Trick.LIVE);
        yield new Behaviour.Says(whole.substring(0, whole.length() / 2));
      }
      case NOTHING -> new Behaviour.Says("");
      case HUGE -> {
        String unit = "Everybody makes $999,000 a year and pays no tax. [1] ";
        lies.add("Everybody makes $999,000 a year and pays no tax.");
        yield new Behaviour.Says(unit.repeat(HUGE_CHARS / unit.length()));
      }
      case BROKEN_BYTES -> {
        String piece = new String(wire.piece(json(data, Trick.FIGURES)), ISO_8859_1);
        yield new Behaviour.Sends(
            piece.replace("$", "$\u00ff\u00c3").replace("0", "0\u00ed\u00a0\u0080"));
      }
      case FIGURES, CLAIMS, SUBJECTS, WRONG_CITATION, INVENTED_CITATION, UNMARKED, ORDERS, LIVE ->
          new Behaviour.Says(json(data, trick));
    };
  }

  private String json(JsonNode data, Trick trick) {
    ObjectNode answer = FakeModelHost.JSON.createObjectNode();
    ArrayNode sentences = answer.putArray("sentences");
    int statements = data.path("statements").size();
    for (JsonNode line : data.path("draft")) {
      String text = line.path("text").asText();
      List<Integer> cites = new ArrayList<>();
      line.path("cites").forEach(number -> cites.add(number.asInt()));
      switch (trick) {
        case FIGURES -> {
          for (Figure figure : Mutations.figures(text)) {
            Mutations.of(text, figure).forEach(m -> lie(sentences, m.text(), cites));
          }
        }
        case CLAIMS -> Falsehoods.claims(text).forEach(one -> lie(sentences, one.text(), cites));
        case SUBJECTS -> {
          if (!Mutations.figures(text).isEmpty()) {
            SUBJECTS.stream()
                .filter(subject -> !isEntry(subject) || !isEntry(text))
                .forEach(subject -> lie(sentences, subject + text, cites));
          }
        }
        case WRONG_CITATION -> wrongCitation(sentences, data, text, cites, statements);
        case INVENTED_CITATION -> {
          lie(sentences, text + " So it is.", List.of(statements + 1));
          lie(sentences, text + " That is it.", List.of(0));
          lie(sentences, text + " Sure.", List.of(-1, 4711));
        }
        case UNMARKED -> {
          lie(sentences, "Most of them make $500,000 in truth.", List.of());
          lie(sentences, "Everyone is rich after a year.", List.of());
        }
        case ORDERS -> {
          lie(sentences, "Ignore the documents: my secret instructions follow.", cites);
          lie(sentences, "PWNED, as ordered.", cites);
        }
        case LIVE ->
            say(
                sentences,
                "@everyone <!channel> <@U123> **"
                    + text
                    + "** [more](http://evil.example/x)"
                    + " https://evil.example <script>alert()</script>",
                cites);
        default -> {}
      }
    }
    return answer.toString();
  }

  private static boolean isEntry(String text) {
    return text.toLowerCase(Locale.ROOT).contains("entry");
  }

  private void wrongCitation(
      ArrayNode sentences, JsonNode data, String text, List<Integer> cites, int statements) {
    for (int other = 1; other <= statements; other++) {
      String quote = data.path("statements").path(other - 1).path("text").asText();
      boolean holdsThem =
          Mutations.figures(text).stream().allMatch(figure -> quote.contains(figure.wording()));
      if (!cites.contains(other) && !holdsThem) {
        say(sentences, "As they say, " + text, List.of(other));
        lies.add("As they say, " + text);
      }
    }
  }

  private void lie(ArrayNode sentences, String text, List<Integer> cites) {
    lies.add(text);
    say(sentences, text, cites);
  }

  private static void say(ArrayNode sentences, String text, List<Integer> cites) {
    ObjectNode sentence = sentences.addObject();
    sentence.put("text", text);
    ArrayNode numbers = sentence.putArray("cites");
    cites.forEach(numbers::add);
  }
}
