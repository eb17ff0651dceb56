package dev.rolewise.bot.llm;

class OllamaModelTest extends LanguageModelContract {
  @Override
  Wire wire() {
    return Wire.OLLAMA;
  }

  @Override
  String key(String secret) {
    // Ollama takes none.
    return "";
  }
}
