// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

/** A kind that makes objects of other kinds and leaves their templates alone, so that these can be changed themselves. */
public interface MakingKind extends WorkloadKind {}
