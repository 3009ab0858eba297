//! Adam (Kingma and Ba, 2015): how far each weight moves by its slopes so far.

/// What is remembered of the slopes of a row of weights.
pub(crate) struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
    /// How many steps were begun, and what the averages lack for having begun at zero.
    steps: i32,
    warm: (f32, f32),
}

impl Adam {
    /// For `size` weights.
    pub(crate) fn new(size: usize) -> Self {
        Adam { mean: vec![0.0; size], square: vec![0.0; size], steps: 0, warm: (1.0, 1.0) }
    }

    /// Begins a step, in which each weight may move once.
    pub(crate) fn begin(&mut self) {
        self.steps += 1;
        self.warm = (1.0 - 0.9f32.powi(self.steps), 1.0 - 0.999f32.powi(self.steps));
    }

    /// How far the weight at `at` moves along `slope`.
    pub(crate) fn moved(&mut self, at: usize, slope: f32, rate: f32) -> f32 {
        let (mean, square) = (&mut self.mean[at], &mut self.square[at]);
        *mean = 0.9 * *mean + 0.1 * slope;
        *square = 0.999 * *square + 0.001 * slope * slope;
        rate * (*mean / self.warm.0) / ((*square / self.warm.1).sqrt() + 1e-7)
    }
}
