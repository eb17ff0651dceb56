package dev.rolewise.bot.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.Replies;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.render.Block.Button;
import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Paragraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavedReplyTest {
  @Test
  void isReadAsItWasWritten_everyReplyThatFits() {
    var library = Corpus.library(Corpus.KNOWLEDGE);
    Map<String, Reply> replies = new HashMap<>(Replies.of(library));
    replies.putAll(Replies.toQuestions(library));
    replies.put("buttons", new Reply(List.of(new Buttons(List.of(new Button("b", "Press"))))));

    assertThat(replies)
        .allSatisfy((_, reply) ->
            SavedReply.write(reply)
                .ifPresent(saved -> assertThat(SavedReply.read(saved)).contains(reply)));
    assertThat(replies.entrySet())
        .filteredOn(reply -> SavedReply.write(reply.getValue()).isEmpty())
        .hasSizeLessThan(replies.size() / 20)
        .allSatisfy(reply -> assertThat(reply.getKey()).doesNotStartWith("ask "));
  }

  @Test
  void isNotWritten_whenItIsTooLong() {
    String tooLong = "a".repeat(SavedReply.MAX_CHARS);

    assertThat(SavedReply.write(new Reply(List.of(new Paragraph(tooLong, List.of()))))).isEmpty();
  }

  @Test
  void isNotRead_whenItsFormIsNotKnown() {
    assertThat(SavedReply.read("{\"blocks\":[{\"type\":\"song\"}],\"rest\":\"\"}")).isEmpty();
    assertThat(SavedReply.read("{\"blocks\":[{\"type\":\"note\"}],\"rest\":\"\"}")).isEmpty();
    assertThat(SavedReply.read("{\"blocks\"")).isEmpty();
  }
}
