// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import podium.core.api.ObjectRef;
import podium.core.api.SecretReader;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.internal.write.Statuses;
import podium.kubernetes.texts.Texts;

/** Asks for one Secret. The way of everything else refuses them ({@link SecretPaths}). */
record TransportSecretReader(Transport transport) implements SecretReader {
    @Override
    public Optional<Map<String, byte[]>> content(String namespace, String name, String uid) throws IOException {
        ObjectRef secret = new ObjectRef("", "v1", "secrets", "Secret", namespace, name);
        ApiResponse response = transport.send(ApiRequest.get(ApiPaths.object(secret)));
        if (response.status() == 404) {
            return Optional.empty();
        }
        if (!response.ok()) {
            throw Statuses.unread(response);
        }
        Map<String, byte[]> content = new TreeMap<>();
        JsonNode object;
        try {
            object = Trees.read(response.text());
        } catch (IOException e) {
            // what a parser says quotes what it read
            throw new IOException(Texts.of("TransportSecretReader.theServersAnswerCannot"));
        }
        if (!uid.isEmpty() && !uid.equals(Trees.text(object, "/metadata/uid"))) {
            return Optional.empty();
        }
        object.path("data")
                .properties()
                .forEach(value ->
                        content.put(value.getKey(), decoded(value.getValue().asText())));
        return Optional.of(content);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
