package dev.rolewise.bot.llm;

class GeminiModelTest extends LanguageModelContract {
  @Override
  Wire wire() {
    return Wire.GEMINI;
  }
}
