package dev.rolewise.bot.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.ModelReply;
import dev.rolewise.bot.answer.ModelReply.Reason;
import dev.rolewise.bot.answer.Prompt;
import dev.rolewise.bot.llm.Failures.Setting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one model through its client. Asks for JSON by a schema and with other settings;
 * one that the server finds fault with is left out from then on, if the server answers without it.
 */
final class ChatLanguageModel implements LanguageModel {
  private static final Logger log = LoggerFactory.getLogger(ChatLanguageModel.class);

  private static final ResponseFormat SENTENCES =
      ResponseFormat.builder()
          .type(ResponseFormatType.JSON)
          .jsonSchema(
              JsonSchema.builder()
                  .name("answer")
                  .rootElement(
                      JsonObjectSchema.builder()
                          .addProperty(
                              "sentences",
                              JsonArraySchema.builder()
                                  .items(
                                      JsonObjectSchema.builder()
                                          .addProperty("text", new JsonStringSchema())
                                          .addProperty(
                                              "cites",
                                              JsonArraySchema.builder()
                                                  .items(new JsonIntegerSchema())
                                                  .build())
                                          .required("text", "cites")
                                          .additionalProperties(false)
                                          .build())
                                  .build())
                          .required("sentences")
                          .additionalProperties(false)
                          .build())
                  .build())
          .build();

  private final ChatModels models;
  private final double temperature;
  private final Set<Setting> leftOut = ConcurrentHashMap.newKeySet();

  /**
   * @param temperature from 0 to 2
   */
  ChatLanguageModel(ChatModels models, double temperature) {
    this.models = models;
    this.temperature = temperature;
  }

  @Override
  public ModelReply reply(Prompt prompt, Receiver receiver, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    Set<Setting> without = EnumSet.noneOf(Setting.class);
    without.addAll(leftOut);
    while (true) {
      var attempt = new Attempt(prompt, receiver);
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      ModelReply reply = attempt.run(request(prompt, without), left);
      if (!without.addAll(attempt.refused())) {
        if (reply instanceof ModelReply.Written && leftOut.addAll(without)) {
          log.warn("the language model is asked without {} from now on", leftOut);
        }
        return reply;
      }
    }
  }

  private ChatRequest request(Prompt prompt, Set<Setting> without) {
    ChatRequest.Builder request =
        ChatRequest.builder()
            .messages(SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.data()));
    if (!without.contains(Setting.TEMPERATURE)) {
      request.temperature(temperature);
    }
    if (!without.contains(Setting.MAX_TOKENS)) {
      request.maxOutputTokens(prompt.maxTokens());
    }
    if (prompt.form() == Prompt.Form.SENTENCES && !without.contains(Setting.SCHEMA)) {
      request.responseFormat(SENTENCES);
    }
    return request.build();
  }

  /** One request and what comes of it; the receiver hears nothing once it is decided. */
  private final class Attempt implements StreamingChatResponseHandler {
    private final Prompt prompt;
    private final Receiver receiver;
    private final CompletableFuture<ModelReply> result = new CompletableFuture<>();
    private @Nullable StreamingHandle handle;
    private Set<Setting> refused = Set.of();
    private long chars;

    Attempt(Prompt prompt, Receiver receiver) {
      this.prompt = prompt;
      this.receiver = receiver;
    }

    ModelReply run(ChatRequest request, Duration limit) {
      Thread asking =
          Thread.ofVirtual()
              .name("language-model")
              .start(() -> {
                try {
                  switch (prompt.form()) {
                    case SENTENCES ->
                        WatchedHttp.send(
                            () -> models.streaming().chat(request, this), this::onStreamEnd);
                    case LINE -> onCompleteResponse(models.whole().chat(request));
                  }
                } catch (RuntimeException e) {
                  onError(e);
                }
              });
      try {
        return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        return cancel(asking, Reason.TIMEOUT);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return cancel(asking, Reason.TIMEOUT);
      } catch (ExecutionException e) {
        throw new IllegalStateException("the receiver failed", e);
      }
    }

    synchronized Set<Setting> refused() {
      return refused;
    }

    private synchronized ModelReply cancel(Thread asking, Reason reason) {
      result.complete(new ModelReply.Failed(reason));
      asking.interrupt();
      if (handle != null) {
        handle.cancel();
      }
      return result.join();
    }

    @Override
    public synchronized void onPartialResponse(
        PartialResponse partial, PartialResponseContext context) {
      if (result.isDone()) {
        context.streamingHandle().cancel();
        return;
      }
      handle = context.streamingHandle();
      if (take(partial.text()) == Receiver.Wish.ENOUGH) {
        context.streamingHandle().cancel();
        finish(Optional.empty(), FinishReason.STOP);
      }
    }

    @Override
    public synchronized void onCompleteResponse(ChatResponse response) {
      if (result.isDone()) {
        return;
      }
      if (response.finishReason() == FinishReason.CONTENT_FILTER) {
        result.complete(new ModelReply.Failed(Reason.REFUSED));
        return;
      }
      String text = response.aiMessage() == null ? null : response.aiMessage().text();
      if (chars == 0 && text != null) {
        take(text);
      }
      finish(Optional.ofNullable(response.tokenUsage()), response.finishReason());
    }

    @Override
    public synchronized void onError(Throwable error) {
      if (result.isDone()) {
        return;
      }
      refused = Failures.refusedSettings(error);
      log.debug("the model failed", error);
      result.complete(new ModelReply.Failed(Failures.reason(error, chars > 0)));
    }

    /** The stream is over; the client should have said so. */
    private synchronized void onStreamEnd() {
      finish(Optional.empty(), null);
    }

    private Receiver.Wish take(String text) {
      chars += text.length();
      try {
        return receiver.accept(text);
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
        return Receiver.Wish.ENOUGH;
      }
    }

    /** A reply without a reason to end that nothing can be made of has broken off. */
    private void finish(Optional<TokenUsage> usage, @Nullable FinishReason ending) {
      if (result.isDone()) {
        return;
      }
      Optional<Reason> problem;
      try {
        problem = receiver.end();
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
        return;
      }
      if (problem.isPresent()) {
        boolean brokeOff = chars > 0 && ending != FinishReason.STOP;
        result.complete(new ModelReply.Failed(brokeOff ? Reason.STOPPED : problem.get()));
        return;
      }
      result.complete(
          new ModelReply.Written(
              usage
                  .map(TokenUsage::inputTokenCount)
                  .map(Integer::longValue)
                  .orElseGet(prompt::tokens),
              usage
                  .map(TokenUsage::outputTokenCount)
                  .map(Integer::longValue)
                  .orElseGet(() -> Prompt.tokens(chars))));
    }
  }
}
