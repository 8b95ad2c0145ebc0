// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

/** A kubeconfig that cannot be used; the message names what, where and what to do. */
public class KubeconfigException extends Exception {
    private static final long serialVersionUID = 1L;

    public KubeconfigException(String message) {
        super(message);
    }
}
