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
 * Shortens what Discord says of a message that it has taken to its id and what else JDA insists on.
 * JDA takes a message for lost that it cannot read, and the bot would show it again.
 */
final class Receipts implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Response response = chain.proceed(request);
    if (!response.isSuccessful() || !isSaying(request)) {
      return response;
    }
    byte[] said;
    try (InputStream body = IOUtil.getBody(response)) {
      said = body.readAllBytes();
    }
    byte[] shortened =
        findId(said).map(id -> message(id, channel(request)).toJson()).orElse(said);
    return response
        .newBuilder()
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .body(ResponseBody.create(shortened, JSON))
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

  private static Optional<String> findId(byte[] said) {
    try {
      return Optional.ofNullable(DataObject.fromJson(said).getString("id", null));
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
