package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolewise.bot.console.Screen;
import dev.rolewise.bot.console.Streams;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Does what short-lived processes do, for the JVM to note which classes that takes. Prints nothing
 * and leaves a filled data folder.
 *
 * <p>Only {@code ask} is run: classes that use picocli would be linked at every start, and picocli
 * itself, compiled for an old JVM, cannot be kept.
 */
public final class Training {
  private static final String PAY = "what does an AVP in AI make?";
  private static final String TEXT = "do i get to pick my own crew?";
  private static final String BATCH =
      """
      {"id":"1","question":"what are the responsibilities of a VP?","history":["who is a VP?"]}
      {"id":"2","question":"compare the pay of a VP and a head of AI"}
      {"id":"3","question":"what is the weather in Paris?"}
      {"id":"4","question":"hw mutch dose a datta sientist mak"}
      {"id":"5","question":"which degree does an AI ethics researcher need?"}
      {"id":"6","question":"ai governance lead salary with 5 years of experience in new york"}
      """;

  private Training() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    Main.chooseLogging(List.of());
    run("ask", PAY);
    run("ask", "--json", PAY);
    run("ask", TEXT);
    run("ask", "--json", TEXT);
    run("ask", "--batch");
  }

  private static void run(String... arguments) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    var streams = new Streams(new ByteArrayInputStream(BATCH.getBytes(UTF_8)), nowhere, nowhere);
    Path home = Main.home();
    int exitCode = Main.run(List.of(arguments), streams, Screen.PIPE, home, System.getenv());
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
