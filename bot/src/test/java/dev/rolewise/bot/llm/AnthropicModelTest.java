package dev.rolewise.bot.llm;

class AnthropicModelTest extends LanguageModelContract {
  @Override
  Wire wire() {
    return Wire.ANTHROPIC;
  }
}
