#!/usr/bin/env bash
# The report's experiments as a SLURM job array: each task runs its share of them, and the results land in one folder.
#
#   npm run setup        # once, on the login node, in a clone that all nodes see
#   sbatch --array=0-7 scripts/cluster/slurm-array.sh all --profile study --seeds 3 --data CAPTCHAS --results RESULTS
#
# Submit it from inside the clone; what follows the script's name are arguments of `npm run experiments --`. The folders
# CAPTCHAS and RESULTS must be on a file system that all nodes share, by the same path. README.md beside this file says more.

# What a task asks for; options of sbatch before the script's name take precedence.
#SBATCH --job-name=captcha-lab
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=4
# Seen at the report's sizes: 1.7 GB with `sgd`.
#SBATCH --mem=4G
# A task is begun again, from its last checkpoint, when its time is nearly up.
#SBATCH --time=12:00:00
# Your site's; a partition whose jobs are preempted will do.
##SBATCH --partition=NAME
##SBATCH --account=NAME
# Logs, in the folder it is submitted from; a requeued task goes on in the same one.
#SBATCH --output=captcha-lab-%A_%a.log
#SBATCH --open-mode=append
# A task goes back into the queue when it is preempted, when its node fails, and two minutes before its time is up.
#SBATCH --requeue
#SBATCH --signal=B:USR1@120

set -uo pipefail

# Where Node comes from a module, load it here, for instance: module load nodejs/22

if [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
  echo 'error: this is the script of a job array; submit it as `sbatch --array=0-7 scripts/cluster/slurm-array.sh all`.' >&2
  exit 2
fi
count=$SLURM_ARRAY_TASK_COUNT
step=${SLURM_ARRAY_TASK_STEP:-1}
# In a list such as 1,2,7 a task does not know how many come before it.
if ((SLURM_ARRAY_TASK_MIN + step * (count - 1) != SLURM_ARRAY_TASK_MAX)); then
  echo 'error: the array must be a range such as 0-7; submit the whole range again, what is done is skipped.' >&2
  exit 2
fi
index=$(((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN) / step))

# TensorFlow would start a thread for each core of the node where SLURM does not confine tasks to theirs.
export TF_NUM_INTRAOP_THREADS=${TF_NUM_INTRAOP_THREADS:-${SLURM_CPUS_PER_TASK:-1}}

echo "Task $index of $count on ${SLURMD_NODENAME:-?}, start ${SLURM_RESTART_COUNT:-0}" >&2

# A shell handles signals only while it waits, so the command is in the background. Requeueing kills it, which costs what it
# did since its last checkpoint; the next start goes on from there.
# SLURM_JOB_ID would not do: one task of an array has the array's own, and requeueing that takes all the others along.
trap 'scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"' USR1
# Told to end, by scancel or a requeue: where SLURM tracks no process groups it tells this shell alone.
trap 'kill -TERM "$command" 2>/dev/null' TERM

npm run experiments -- "$@" --task "$index/$count" &
command=$!
wait "$command"
status=$?
# A signal ends `wait` before the command has ended.
while kill -0 "$command" 2>/dev/null; do
  wait "$command"
  status=$?
done
exit "$status"
