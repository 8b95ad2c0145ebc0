// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

/**
 * The cluster that this process runs in, as a pod finds it (client-go, rest/config.go: InClusterConfig): the address in the
 * environment, token and authority in files. It is read as a kubeconfig of one context would be, so that all that holds of
 * one holds here too: the operator is asked before the files are read, and a token that is renewed is read again.
 *
 * @param environment of this process
 * @param folder where the kubelet puts the files
 */
public record ServiceAccount(Map<String, String> environment, Path folder) {
    /** Where the kubelet puts them. */
    public static final Path FOLDER = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    /** Name of its context. */
    public static final String CONTEXT = "in-cluster";

    private static final String HOST = "KUBERNETES_SERVICE_HOST";
    private static final String PORT = "KUBERNETES_SERVICE_PORT";
    private static final int LONGEST_NAMESPACE = 1024;

    public ServiceAccount {
        environment = Map.copyOf(environment);
    }

    /** What stands in the place of a kubeconfig: the file with the token. */
    public Path token() {
        return folder.resolve("token");
    }

    /** Whether this process runs in a pod (client-go, tools/clientcmd/client_config.go: Possible). */
    public boolean isHere() {
        return !variable(HOST).isEmpty() && !variable(PORT).isEmpty() && Files.isRegularFile(token());
    }

    /**
     * @throws KubeconfigException when this process does not run in a pod
     */
    public Kubeconfig read() throws KubeconfigException {
        if (!isHere()) {
            throw KubeconfigFile.problem(
                    token(),
                    Texts.of("ServiceAccount.orIsNotSet", HOST, PORT),
                    Texts.of("ServiceAccount.openAKubeconfig"));
        }
        Path authority = folder.resolve("ca.crt");
        Map<String, Object> cluster = Files.isRegularFile(authority)
                ? Map.of("server", server(), "certificate-authority", authority.toString())
                : Map.of("server", server());
        return Kubeconfig.of(
                token(),
                Map.of(
                        "current-context",
                        CONTEXT,
                        "clusters",
                        List.of(Map.of("name", CONTEXT, "cluster", cluster)),
                        "users",
                        List.of(Map.of("name", "service account", "user", Map.of("tokenFile", token().toString()))),
                        "contexts",
                        List.of(Map.of(
                                "name",
                                CONTEXT,
                                "context",
                                Map.of("cluster", CONTEXT, "user", "service account", "namespace", namespace())))));
    }

    private String server() {
        String host = variable(HOST);
        return "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + variable(PORT);
    }

    private String namespace() {
        try {
            return new String(RegularFile.read(folder.resolve("namespace"), LONGEST_NAMESPACE), StandardCharsets.UTF_8)
                    .strip();
        } catch (RegularFile.Refused e) {
            return "";
        }
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
