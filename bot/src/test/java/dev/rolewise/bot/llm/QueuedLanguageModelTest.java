package dev.rolewise.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.LanguageModel.Receiver;
import dev.rolewise.bot.answer.ModelReply;
import dev.rolewise.bot.answer.ModelReply.Reason;
import dev.rolewise.bot.answer.Prompt;
import dev.rolewise.bot.llm.QueuedLanguageModel.Crowd;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QueuedLanguageModelTest {
  private static final Prompt PROMPT = new Prompt("Be brief.", "{}", Prompt.Form.LINE, 10);
  private static final ModelReply WRITTEN = new ModelReply.Written(1, 1);
  private static final ModelReply BUSY = new ModelReply.Failed(Reason.BUSY);
  private static final Receiver RECEIVER =
      new Receiver() {
        @Override
        public Wish begin() {
          return Wish.MORE;
        }

        @Override
        public Wish accept(String piece) {
          return Wish.MORE;
        }

        @Override
        public Optional<Reason> end() {
          return Optional.empty();
        }
      };

  private final ModelTally tally = new ModelTally(0, 0);
  private final CountDownLatch isAsked = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final LanguageModel slow =
      (_, _, _) -> {
        isAsked.countDown();
        try {
          assertThat(mayEnd.await(3, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return WRITTEN;
      };

  @Test
  void saysAtOnceThatItIsBusy_whenNobodyMoreMayWait() throws Exception {
    var model = new QueuedLanguageModel(slow, tally, new Crowd(1, 0));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          CompletableFuture.supplyAsync(
              () -> model.reply(PROMPT, RECEIVER, Duration.ofSeconds(20)), executor);
      assertThat(isAsked.await(3, TimeUnit.MINUTES)).isTrue();

      assertThat(model.reply(PROMPT, RECEIVER, Duration.ofDays(1))).isEqualTo(BUSY);

      mayEnd.countDown();
      assertThat(first.get(3, TimeUnit.MINUTES)).isEqualTo(WRITTEN);
      assertThat(model.reply(PROMPT, RECEIVER, Duration.ofSeconds(20))).isEqualTo(WRITTEN);
      assertThat(tally.failures(Reason.BUSY)).isOne();
    }
  }

  @Test
  void waitsForItsTurn_andLeavesHalfOfItsTimeToTheModel() throws Exception {
    var model = new QueuedLanguageModel(slow, tally, new Crowd(1, 1));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          CompletableFuture.supplyAsync(
              () -> model.reply(PROMPT, RECEIVER, Duration.ofSeconds(20)), executor);
      assertThat(isAsked.await(3, TimeUnit.MINUTES)).isTrue();

      long start = System.nanoTime();
      assertThat(model.reply(PROMPT, RECEIVER, Duration.ofMillis(100))).isEqualTo(BUSY);
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
      var second =
          CompletableFuture.supplyAsync(
              () -> model.reply(PROMPT, RECEIVER, Duration.ofSeconds(40)), executor);
      mayEnd.countDown();

      assertThat(first.get(3, TimeUnit.MINUTES)).isEqualTo(WRITTEN);
      assertThat(second.get(3, TimeUnit.MINUTES)).isEqualTo(WRITTEN);
    }
  }
}
