package io.proviso.charts.scale;

/**
 * Labels that want the same place get the places of least total squared displacement: pool adjacent violators (Ayer and others,
 * Ann. Math. Statist. 1955) on the wishes less the room before each.
 */
public final class PushApart {
    private PushApart() {}

    /** Wishes in ascending order; where bottom leaves too little room, the labels run over it rather than over each other. */
    public static double[] of(double[] wishes, double gap, double top, double bottom) {
        int n = wishes.length;
        var mean = new double[n];
        var size = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            mean[blocks] = wishes[i] - i * gap;
            size[blocks] = 1;
            while (blocks > 0 && mean[blocks - 1] > mean[blocks]) {
                int both = size[blocks - 1] + size[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * size[blocks - 1] + mean[blocks] * size[blocks]) / both;
                size[blocks - 1] = both;
                blocks--;
            }
            blocks++;
        }
        double highest = Math.max(top, bottom - (n - 1) * gap);
        var placed = new double[n];
        for (int block = 0, i = 0; block < blocks; block++) {
            for (int j = 0; j < size[block]; j++, i++) {
                placed[i] = Math.clamp(mean[block], top, highest) + i * gap;
            }
        }
        return placed;
    }
}
