package dev.rolewise.bot.discord;

import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketAdapter;
import com.neovisionaries.ws.client.WebSocketFrame;
import java.util.function.IntConsumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.internal.JDAImpl;
import org.jspecify.annotations.Nullable;

/** Tells at once that Discord has closed a connection for good: JDA ends its calls first. */
final class Endings extends WebSocketAdapter {
  private final IntConsumer ended;

  private Endings(IntConsumer ended) {
    this.ended = ended;
  }

  /**
   * Watches a connection that has just been opened.
   *
   * @param ended told the code that it is closed with
   */
  static void watch(JDA jda, IntConsumer ended) {
    if (jda instanceof JDAImpl connection) {
      connection.getClient().socket.addListener(new Endings(ended));
    }
  }

  /**
   * Whether the WebSocket of a connection is open. JDA closes one when it misses two heartbeats,
   * but says so only once it has read what came before, which it never does if reading stands
   * still.
   */
  static boolean isOpen(JDA jda) {
    return jda instanceof JDAImpl connection && connection.getClient().socket.isOpen();
  }

  @Override
  public void onDisconnected(
      WebSocket socket,
      @Nullable WebSocketFrame byDiscord,
      @Nullable WebSocketFrame byBot,
      boolean isClosedByDiscord) {
    if (isClosedByDiscord && byDiscord != null) {
      CloseCode code = CloseCode.from(byDiscord.getCloseCode());
      if (code != null && !code.isReconnect()) {
        ended.accept(code.getCode());
      }
    }
  }
}
