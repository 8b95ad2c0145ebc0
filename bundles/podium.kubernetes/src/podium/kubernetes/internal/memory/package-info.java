// SPDX-License-Identifier: Apache-2.0
/**
 * What the mirror keeps on disk from one start to the next: the last known state of a cluster, and how far it had been
 * read.
 *
 * <h2>The idea</h2>
 *
 * A large cluster takes its time to list. An operator who opens the console again should see it at once, marked stale
 * with its age, and the server should be asked only for what has changed since. For that each kind has a file with
 * every object as the mirror decoded it and the resourceVersion up to which events are in it:
 *
 * <pre>
 *   .../&lt;hash of kubeconfig, context, server, user&gt;/       for the user's eyes only (0700, 0600)
 *        pods        MAGIC | build | uid of kube-system | heard at | resourceVersion | count | objects ... | CRC-32
 *        nodes       ...
 *
 *   next start:
 *        read file  --&gt;  objects into the model, stale  --&gt;  watch from resourceVersion
 *                                                              |            \
 *                                                        events: live     410 Gone: list again, and tell the difference
 * </pre>
 *
 * <h2>The form of an object</h2>
 *
 * Objects are records of records, texts, numbers, lists. {@link podium.kubernetes.internal.memory.RecordShape} takes a
 * record apart by its components; {@link podium.kubernetes.internal.memory.ValueWriter} writes what is the same once
 * and refers to it afterwards, and {@link podium.kubernetes.internal.memory.ValueReader} gives back the same instance,
 * so that a thousand pods of one template share one template in memory again:
 *
 * <pre>
 *   pod-1:  RECORD Pod  TEXT "llm-70b-0"   RECORD TaskSpec (new: written out)
 *   pod-2:  RECORD Pod  TEXT "llm-70b-1"   SAME #17
 *                                          ^ a ValueTag says what follows
 * </pre>
 *
 * <h2>What makes a file worthless</h2>
 *
 * It is torn (the check sum does not fit); it was written by another build, whose decoders may read more or less of an
 * object; a record has other components than it had then; the namespace kube-system has another uid, so another cluster
 * answers at that address; another person is behind the credentials. In each case it is as if the file were not there:
 * the server has it all. Nothing of Secrets is ever in it, for the mirror does not read them.
 *
 * <h2>Threads</h2>
 *
 * Reading and writing block. Any thread, one at a time for each kind.
 */
@NonNullByDefault
package podium.kubernetes.internal.memory;

import org.eclipse.jdt.annotation.NonNullByDefault;
