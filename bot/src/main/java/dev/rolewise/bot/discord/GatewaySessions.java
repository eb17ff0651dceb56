package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections to the gateway, and opens them again, later each time, when that fails. */
final class GatewaySessions extends ConcurrentSessionController {
  private static final Logger log = LoggerFactory.getLogger(GatewaySessions.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** Tries before a start has failed; it takes some seconds then. */
  private static final int FIRST_TRIES = 3;

  private final Optional<URI> address;
  private final BooleanSupplier failed;
  private final Pause pause;
  private volatile Optional<String> told = Optional.empty();

  /**
   * @param address the gateway, none if Discord is to say where it is
   * @param failed told when it cannot be reached, at a start not before it was tried often enough;
   *     gives whether the start has failed by that, so that it is not tried again
   */
  GatewaySessions(Optional<URI> address, BooleanSupplier failed, Pause pause) {
    this.address = requireNonNull(address, "address");
    this.failed = requireNonNull(failed, "failed");
    this.pause = requireNonNull(pause, "pause");
  }

  /**
   * Where a connection is opened that cannot be resumed where Discord said. What Discord says of
   * the gateway holds longer than the address that is known to JDA, which another server does not
   * have.
   */
  @Override
  public String getGateway() {
    return address.map(URI::toString).or(() -> told).orElseGet(super::getGateway);
  }

  @Override
  public ShardedGateway getShardedGateway(JDA jda) {
    if (address.isPresent()) {
      return new ShardedGateway(address.get().toString(), 1, 1);
    }
    ShardedGateway gateway = super.getShardedGateway(jda);
    told = Optional.of(gateway.getUrl());
    return gateway;
  }

  @Override
  public void appendSession(SessionConnectNode node) {
    super.appendSession(new Watched(node, FIRST_WAIT));
  }

  @Override
  public void removeSession(SessionConnectNode node) {
    super.removeSession(new Watched(node, FIRST_WAIT));
  }

  /** A connection that is opened again when that fails. */
  private final class Watched implements SessionConnectNode {
    private final SessionConnectNode node;
    private final Duration wait;

    Watched(SessionConnectNode node, Duration wait) {
      this.node = node;
      this.wait = wait;
    }

    @Override
    public boolean isReconnect() {
      return node.isReconnect();
    }

    @Override
    public JDA getJDA() {
      return node.getJDA();
    }

    @Override
    public JDA.ShardInfo getShardInfo() {
      return node.getShardInfo();
    }

    @Override
    public void run(boolean isLast) throws InterruptedException {
      int tries = node.isReconnect() ? 1 : FIRST_TRIES;
      for (int i = 1; !isOpened(isLast); i++) {
        if (i == tries) {
          if (failed.getAsBoolean()) {
            return;
          }
          log.warn("the gateway of Discord cannot be reached, next try in {} s", wait.toSeconds());
          Thread.ofVirtual().name("gateway").start(this::runLater);
          return;
        }
        log.info("the gateway of Discord cannot be reached, trying again");
        pause.pause(FIRST_WAIT);
      }
    }

    private boolean isOpened(boolean isLast) throws InterruptedException {
      try {
        node.run(isLast);
        return true;
      } catch (IllegalStateException e) {
        log.debug("the gateway could not be reached", e);
        return false;
      }
    }

    private void runLater() {
      try {
        pause.pause(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      JDA.Status status = node.getJDA().getStatus();
      if (status != JDA.Status.SHUTDOWN && status != JDA.Status.SHUTTING_DOWN) {
        GatewaySessions.super.appendSession(new Watched(node, Pause.longer(wait, LONGEST_WAIT)));
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Watched watched && watched.node.equals(node);
    }

    @Override
    public int hashCode() {
      return node.hashCode();
    }
  }
}
