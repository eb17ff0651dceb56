package dev.rolewise.bot.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.llm.FakeModelHost.Asked;
import dev.rolewise.bot.llm.FakeModelHost.Behaviour;
import dev.rolewise.bot.llm.FakeModelHost.Mind;
import java.util.function.Function;

/** Says what it is given, in slightly other words. */
public final class FaithfulMind implements Mind {
  private final Function<JsonNode, String> condensing;

  /** Repeats questions that lean on others as they are. */
  public FaithfulMind() {
    this(data -> data.path("question").asText());
  }

  /**
   * @param condensing puts a question and those before it into one
   */
  public FaithfulMind(Function<JsonNode, String> condensing) {
    this.condensing = condensing;
  }

  @Override
  public Behaviour think(Asked asked) {
    try {
      JsonNode data = FakeModelHost.JSON.readTree(asked.data());
      return new Behaviour.Says(
          data.has("statements") ? answer(data, asked.hasSchema()) : condensing.apply(data));
    } catch (JsonProcessingException e) {
      return new Behaviour.Fails(400);
    }
  }

  private static String answer(JsonNode data, boolean isJson) {
    ObjectNode answer = FakeModelHost.JSON.createObjectNode();
    ArrayNode sentences = answer.putArray("sentences");
    var text = new StringBuilder();
    for (JsonNode line : data.path("draft")) {
      String said = Paraphrase.of(line.path("text").asText());
      ObjectNode sentence = sentences.addObject();
      sentence.put("text", said);
      sentence.set("cites", line.path("cites"));
      text.append(said);
      line.path("cites").forEach(number -> text.append(" [").append(number.asInt()).append(']'));
      text.append('\n');
    }
    return isJson ? answer.toString() : text.toString();
  }
}
