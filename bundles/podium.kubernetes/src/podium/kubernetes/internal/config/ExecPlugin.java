// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A credential plugin as the kubeconfig names it (client.authentication.k8s.io).
 *
 * @param apiVersion client.authentication.k8s.io/v1 or /v1beta1
 * @param command program; one with a slash is relative to the kubeconfig's folder, one without is looked for in PATH
 * @param arguments handed over one by one, never through a shell
 * @param environment added to the console's own
 * @param interactiveMode Never, IfAvailable or Always
 * @param installHint what to do when it is not there; empty when the kubeconfig gives none
 * @param folder of the kubeconfig
 */
public record ExecPlugin(
        String apiVersion,
        String command,
        List<String> arguments,
        Map<String, String> environment,
        String interactiveMode,
        String installHint,
        boolean provideClusterInfo,
        Path folder) {
    public ExecPlugin {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Whether it is to have a terminal where there is one. */
    public boolean mayAsk() {
        return !"Never".equals(interactiveMode);
    }

    /** Whether it is not to be run without one. */
    public boolean mustAsk() {
        return "Always".equals(interactiveMode);
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "exec " + command;
    }
}
