// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.failure.FailureText;
import podium.core.shell.ShellCommand;
import podium.kubernetes.internal.transport.UpgradeRefused;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.texts.Texts;

/** Why a command did not start, as Podium says it. */
record ExecRefusal(UpgradeWords upgrades) {
    IOException of(ShellCommand command, KubernetesClientException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UpgradeRefused refused) {
                return words(command, refused);
            }
        }
        // fabric8 reads the pod first and says itself what is wrong with the container
        return failure.getCode() <= 0 && failure.getCause() == null
                ? new ReadRefused(404, FailureText.of(failure))
                : ClientFailures.of(failure);
    }

    private IOException words(ShellCommand command, UpgradeRefused refused) {
        String way = command.words().isEmpty() ? "attach" : "exec";
        String path = ApiPaths.object(ObjectRef.pod(command.namespace(), command.pod())) + "/" + way
                + ApiPaths.query(
                        "stdout",
                        "true",
                        "container",
                        command.container(),
                        "command",
                        command.words().isEmpty() ? "" : "true");
        return upgrades.of(path, refused, Texts.of("ExecRefusal.youMayNotRun", command.namespace(), way));
    }
}
