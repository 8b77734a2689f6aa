// To be imported before anything that loads TensorFlow. With another number of threads sums are added in another order,
// and what processes may use can change between the start of one and the next; children inherit the variable.
process.env.TF_NUM_INTRAOP_THREADS = '1';
export {};
