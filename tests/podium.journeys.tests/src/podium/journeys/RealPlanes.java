// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One control plane for all tests of a class, each of which gets it as if it had just been started: to start one takes longer than most
 * of them.
 */
final class RealPlanes implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(RealPlanes.class);

    /** The plane and its folder. */
    private record Kept(RealPlane plane, Path folder) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            plane.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path folder = Files.createTempDirectory("plane");
        context.getStore(OWN).put(RealPlane.class, new Kept(new RealPlane(folder), folder));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealPlane.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(OWN).get(RealPlane.class, Kept.class))
                .plane();
    }
}
