package dev.rolewise.bot.llm;

class OpenAiModelTest extends LanguageModelContract {
  @Override
  Wire wire() {
    return Wire.OPENAI;
  }

  @Override
  String key(String secret) {
    return bearer(secret);
  }
}
