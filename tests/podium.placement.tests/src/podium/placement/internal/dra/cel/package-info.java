// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;
