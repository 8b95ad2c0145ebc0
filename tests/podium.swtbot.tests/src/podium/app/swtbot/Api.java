// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.testkit.TrustedHttp;

/** The API server of a simulated cluster, asked past the console: what it says is so. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String server;
    private final String token;
    private final HttpClient http;

    /** @param kubeconfig as the simulator writes it: one cluster, one user */
    Api(Path kubeconfig) throws IOException, GeneralSecurityException {
        String text = Files.readString(kubeconfig);
        server = field(text, "server");
        token = field(text, "token");
        byte[] authority = Base64.getDecoder().decode(field(text, "certificate-authority-data"));
        http = TrustedHttp.client(new String(authority, StandardCharsets.UTF_8));
    }

    private static String field(String text, String name) {
        Matcher found =
                Pattern.compile("(?m)^\\s*" + name + ": \"?([^\"\\n]*)\"?$").matcher(text);
        if (!found.find()) {
            throw new AssertionError("the kubeconfig has no " + name);
        }
        return found.group(1);
    }

    /** The body of the answer to a GET of a path. */
    String text(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The object at a path. */
    JsonNode get(String path) {
        try {
            return JSON.readTree(text(path));
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The objects of a list. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        get(path).path("items").forEach(items::add);
        return items;
    }

    /** The names of the objects of a list. */
    List<String> names(String path) {
        return list(path).stream()
                .map(item -> item.at("/metadata/name").asText())
                .toList();
    }
}
