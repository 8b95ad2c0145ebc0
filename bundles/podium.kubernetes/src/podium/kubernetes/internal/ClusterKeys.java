// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import podium.core.change.ClusterId;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.internal.config.Kubeconfig;

/**
 * Makes the identity of a cluster of what it is reached by: the kubeconfig, the context, the server. Contexts of one name in two
 * files, and one context that was given another server, are three clusters.
 */
final class ClusterKeys {
    private static final String MARK = "@";
    private static final int READABLE = 24;
    private static final int DIGEST = 6;

    private ClusterKeys() {}

    /** The identity of a context; the same at every start. */
    static ClusterId of(Path kubeconfig, String context, Kubeconfig read) {
        String words = context.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String prefix = words.length() > READABLE ? words.substring(0, READABLE) : words;
        String key = prefix + MARK + digest(real(kubeconfig) + "\0" + context + "\0" + server(read, context));
        return new ClusterId(key, context, context);
    }

    /** Whether an identity was made here, of a kubeconfig. */
    static boolean made(ClusterId id) {
        return id.value().contains(MARK);
    }

    /** Where links lead to: a file under two names is one. */
    private static Path real(Path kubeconfig) {
        try {
            return kubeconfig.toRealPath();
        } catch (IOException e) {
            return kubeconfig.toAbsolutePath().normalize();
        }
    }

    /** Empty where the context is broken; what is wrong is said when it is opened. */
    private static String server(Kubeconfig read, String context) {
        try {
            return read.context(context).cluster().server().toString();
        } catch (KubeconfigException e) {
            return "";
        }
    }

    private static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
