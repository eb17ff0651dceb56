package dev.rolewise.bot.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.web.Readiness.NotReady;
import dev.rolewise.bot.web.Readiness.Ready;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the parts of the service whether they work. */
final class Parts {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private Parts() {}

  static Readiness readiness(Part part) {
    try {
      return part.readiness();
    } catch (RuntimeException e) {
      log.error("{}: does not tell whether it is ready", part.name(), e);
      return new NotReady("does not tell whether it is ready");
    }
  }

  static boolean isReady(Part part) {
    return readiness(part) instanceof Ready;
  }

  /** Every part with its reason; {@code ready} is true when all are. */
  static ObjectNode toJson(List<Part> parts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ready", true);
    ArrayNode list = json.putArray("parts");
    for (Part part : parts) {
      Readiness readiness = readiness(part);
      boolean isReady = readiness instanceof Ready;
      if (!isReady) {
        json.put("ready", false);
      }
      list.addObject()
          .put("name", part.name())
          .put("ready", isReady)
          .put("reason", readiness.reason());
    }
    return json;
  }
}
