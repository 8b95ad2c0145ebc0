// SPDX-License-Identifier: Apache-2.0
package podium.placement.whatif;

import podium.model.value.Labels;
import podium.model.value.Resources;

/** What a node would offer and be labelled, were its devices cut in another way. */
public record NodeOffer(Resources allocatable, Labels labels) {}
