package dev.rolewise.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainAskTest {
  static Stream<List<String>> common() {
    return Stream.of(
        List.of("ask", "what does an AVP make?"),
        List.of("ask", "what", "does", "an", "AVP", "make?"),
        List.of("ask", "--json", "pay", "--knowledge", "a", "--knowledge", "b/c"),
        List.of("ask", "--history", "avp pay", "--history", "and total", "and up?"),
        List.of("ask", "pay", "--json", "now"),
        List.of("ask", "-"),
        List.of("ask", "--batch"),
        List.of("ask", "--batch", "--json", "--knowledge", "a"));
  }

  static Stream<List<String>> uncommon() {
    return Stream.of(
        List.of(),
        List.of("chat"),
        List.of("ask"),
        List.of("ask", " "),
        List.of("ask", "--verbose", "pay"),
        List.of("ask", "--help"),
        List.of("ask", "--json=true", "pay"),
        List.of("ask", "--knowledge=a", "pay"),
        List.of("ask", "--", "--pay"),
        List.of("ask", "\"pay\""),
        List.of("ask", "pay", "--knowledge"),
        List.of("ask", "pay", "--knowledge", "--json"),
        List.of("ask", "pay", "--knowledge", "a\0b"),
        List.of("ask", "--batch", "pay"));
  }

  @ParameterizedTest
  @MethodSource("common")
  void readsCommonFormsAsPicocliDoes(List<String> arguments) {
    assertThat(PlainAsk.find(arguments)).contains(Arguments.parse(arguments, List.of()));
  }

  @ParameterizedTest
  @MethodSource("uncommon")
  void leavesEverythingElseToPicocli(List<String> arguments) {
    assertThat(PlainAsk.find(arguments)).isEmpty();
  }
}
