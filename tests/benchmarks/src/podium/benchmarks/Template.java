// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pod all others are made of. */
final class Template {
    private Template() {}

    static String text() {
        try (InputStream in = Template.class.getResourceAsStream("pod-template.json")) {
            if (in == null) {
                throw new IllegalStateException("pod-template.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
