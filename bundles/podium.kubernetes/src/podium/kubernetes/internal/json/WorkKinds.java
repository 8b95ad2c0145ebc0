// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import podium.model.value.WorkKind;

/** What has to be known of kinds, by their names. Any thread. */
public interface WorkKinds {
    /** {@link WorkKind#UNKNOWN} for a kind of which nothing is known. */
    WorkKind work(String apiVersion, String kind);
}
