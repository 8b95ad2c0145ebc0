// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import podium.core.api.PodDescriber;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.testkit.StubTransport;

class ClientCapabilitiesTest {
    /** Defines the classes of one package anew, and writes down what they want of fabric8. */
    @NonNullByDefault({}) // what it overrides does not constrain null
    private static final class Watching extends ClassLoader {
        private static final String OURS = "podium.kubernetes.internal.client.";
        private final List<String> wanted = new CopyOnWriteArrayList<>();

        Watching(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.fabric8.")) {
                wanted.add(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> there = findLoadedClass(name);
                return there != null ? there : name.startsWith(OURS) ? ours(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> ours(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = Objects.requireNonNull(getParent().getResourceAsStream(file))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** It takes a second and much memory, and many a console never needs it. */
    @Test
    void noClassOfTheLibraryIsLoadedBeforeItIsNeeded() throws Exception {
        Watching loader = new Watching(ClientCapabilities.class.getClassLoader());
        CapabilityFactory made = (CapabilityFactory) loader.loadClass(ClientCapabilities.class.getName())
                .getConstructor()
                .newInstance();
        Map<Class<?>, Object> capabilities =
                made.create(new StubTransport(path -> StubTransport.answer(500, "")), new ClusterId("lab"));
        assertFalse(capabilities.isEmpty());
        assertEquals(List.of(), loader.wanted);
        PodDescriber describer = (PodDescriber) Objects.requireNonNull(capabilities.get(PodDescriber.class));
        assertThrows(IOException.class, () -> describer.describe("team", "p"));
        assertFalse(loader.wanted.isEmpty(), "it is the library that would have been loaded");
    }
}
