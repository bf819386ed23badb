#!/bin/sh
# Makes a list of jobs as a Slurm job array, a line for each task:
#   ledsaga whatif DIR --jobs SCENARIO... > jobs
#   sbatch --array=1-$(wc -l < jobs) slurm.sh jobs
# A task whose node fails is put back into the queue. `ledsaga whatif DIR --merge SCENARIO...`
# then names what is missing, or lays the results beside each other; --jobs lists what is
# missing, for another array.
#SBATCH --job-name=ledsaga
#SBATCH --cpus-per-task=1
#SBATCH --requeue
exec sh -c "$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$1")"
