// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra.cel;
