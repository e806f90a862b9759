/** Jobs, pools of GPUs and the queues before them. */
@NullMarked
package io.proviso.replay.queue;

import org.jspecify.annotations.NullMarked;
