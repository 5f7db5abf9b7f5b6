package dev.assay.generator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.wire.access.BlobKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Serves prompt blobs as the orchestrator does. */
final class PromptBlobs implements AutoCloseable {

    private static final Map<Digest, byte[]> CONTENTS = new ConcurrentHashMap<>();
    private static final Set<Digest> OUT_OF_REACH = ConcurrentHashMap.newKeySet();

    private final HttpServer server;

    private PromptBlobs(HttpServer server) {
        this.server = server;
    }

    static PromptBlobs start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(BlobKind.PROMPT.path(), PromptBlobs::answer);
        server.start();
        return new PromptBlobs(server);
    }

    static Digest add(Object document) {
        byte[] content = Json.canonical(document);
        Digest digest = Digest.of(content);
        CONTENTS.put(digest, content);
        return digest;
    }

    static void outOfReach(Digest digest, boolean outOfReach) {
        if (outOfReach) {
            OUT_OF_REACH.add(digest);
        } else {
            OUT_OF_REACH.remove(digest);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Digest digest = new Digest(path.substring(path.lastIndexOf('/') + 1));
        byte[] content = CONTENTS.getOrDefault(digest, new byte[0]);
        int status = OUT_OF_REACH.contains(digest) ? 503 : content.length == 0 ? 404 : 200;
        exchange.sendResponseHeaders(status, status == 200 ? content.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
