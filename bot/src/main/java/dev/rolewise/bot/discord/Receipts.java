package dev.rolewise.bot.discord;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Says to JDA what Discord says of what it was sent. A message that it has taken is shortened to
 * its id and what else JDA insists on: JDA takes one for lost that it cannot read, and the bot
 * would show it again. An interaction is acknowledged again, and counts as acknowledged when it is
 * already.
 */
final class Receipts implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  /** JDA tries again three times what ends in this, within 3.5 s; Discord takes it for 3 s. */
  private static final int BAD_GATEWAY = 502;

  private static final int ALREADY_ACKNOWLEDGED = 40_060;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Response response = chain.proceed(request);
    if (request.url().pathSegments().getLast().equals("callback")) {
      return acknowledged(response);
    }
    if (!response.isSuccessful() || !isSaying(request)) {
      return response;
    }
    byte[] said = said(response);
    Optional<String> id =
        findObject(said).flatMap(found -> Optional.ofNullable(found.getString("id", null)));
    return saying(response, id.map(one -> message(one, channel(request)).toJson()).orElse(said));
  }

  private static Response acknowledged(Response response) throws IOException {
    if (response.code() == SERVER_ERROR) {
      return response.newBuilder().code(BAD_GATEWAY).build();
    }
    byte[] said = said(response);
    boolean isDone =
        response.isSuccessful()
            || findObject(said)
                .filter(error -> error.getInt("code", 0) == ALREADY_ACKNOWLEDGED)
                .isPresent();
    return isDone
        ? saying(response.newBuilder().code(OK).build(), DataObject.empty().toJson())
        : saying(response, said);
  }

  private static byte[] said(Response response) throws IOException {
    try (InputStream body = IOUtil.getBody(response)) {
      return body.readAllBytes();
    }
  }

  private static Response saying(Response response, byte[] words) {
    return response
        .newBuilder()
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .body(ResponseBody.create(words, JSON))
        .build();
  }

  /** Whether it sends a message or puts one in the place of another. */
  private static boolean isSaying(Request request) {
    List<String> path = request.url().pathSegments();
    return switch (request.method()) {
      case "POST" -> path.getLast().equals("messages") || SendOnce.isFollowUp(request);
      case "PATCH" -> path.size() > 1 && path.get(path.size() - 2).equals("messages");
      default -> false;
    };
  }

  private static Optional<DataObject> findObject(byte[] said) {
    try {
      return Optional.of(DataObject.fromJson(said));
    } catch (ParsingException e) {
      return Optional.empty();
    }
  }

  /** Where it stands, as far as the address tells. */
  private static String channel(Request request) {
    List<String> path = request.url().pathSegments();
    int channels = path.indexOf("channels");
    return channels < 0 ? "0" : path.get(channels + 1);
  }

  private static DataObject message(String id, String channel) {
    return DataObject.empty()
        .put("id", id)
        .put("channel_id", channel)
        .put("type", 0)
        .put("author", DataObject.empty().put("id", "0").put("username", "").put("bot", true))
        .put("mentions", DataArray.empty())
        .put("mention_roles", DataArray.empty());
  }
}
