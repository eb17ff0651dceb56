package dev.rolewise.bot.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Who runs the language model that phrases answers. */
public enum LlmProvider {
  /** Answers are composed without a model. */
  NONE("", Key.NONE),
  /** OpenAI and every server that speaks as it does. */
  OPENAI("https://api.openai.com/v1/", Key.NEEDED),
  ANTHROPIC("https://api.anthropic.com/v1/", Key.NEEDED),
  GEMINI("https://generativelanguage.googleapis.com/v1beta/", Key.NEEDED),
  /** Runs on this machine by default, and asks for no key. */
  OLLAMA("http://127.0.0.1:11434/", Key.NONE);

  /** Whether a key has to be sent. */
  public enum Key {
    /** At the provider's own address; a server of one's own may do without. */
    NEEDED,
    NONE
  }

  private final String address;
  private final Key key;

  LlmProvider(String address, Key key) {
    this.address = address;
    this.key = key;
  }

  /** As it stands in the configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where it is unless something else is set; ends with a slash, empty for none. */
  public Optional<URI> address() {
    return address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address));
  }

  Key key() {
    return key;
  }
}
