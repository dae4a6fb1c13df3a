"""The recipes of docs/cluster.md: parts made at the same time, merged to what one build makes."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

from build_test import LEAGUE, BuildTest, dump, page, tree
from command import ACTA, CORPUS, ROOT, acta


class ClusterTest(BuildTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(CORPUS, self.folder / "articles")
        for part in range(10):
            self.file(f"dumps/pages{part}.xml", dump(*(
                page(f"2031 Liga {part}-{i}", LEAGUE.format(i), i + 1) for i in range(5))))
        done = acta("build", "articles/", "dumps/", "-o", "one", "--format", "ndjson,csv,sqlite",
                    "--fail-level", "never", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.environment = dict(os.environ)
        self.environment["PATH"] = f"{pathlib.Path(ACTA).resolve().parent}:{os.environ['PATH']}"

    def run_and_compare(self, script):
        done = subprocess.run(["bash", "-e", "-c", script], cwd=self.folder, env=self.environment,
                              capture_output=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(tree(self.folder / "data"), tree(self.folder / "one"))

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_the_recipe_for_gnu_parallel_makes_what_one_build_makes(self):
        text = (ROOT / "docs/cluster.md").read_text(encoding="utf-8")
        script = re.search(r"## GNU parallel.*?```sh\n(.*?)```", text, re.DOTALL).group(1)
        self.run_and_compare("mkdir parts\n" + script)

    def test_array_jobs_make_what_one_build_makes(self):
        """The script of the Slurm recipe, its variables set as Slurm sets them."""
        text = (ROOT / "docs/cluster.md").read_text(encoding="utf-8")
        script = re.search(r"```sh\n(#!/bin/bash\n.*?)```", text, re.DOTALL).group(1)
        self.file("job.sh", "srun() { \"$@\"; }\n" + script)
        merge = re.search(r'--wrap "(.*?)"', text).group(1)
        self.run_and_compare(
            "mkdir parts; export SLURM_ARRAY_TASK_COUNT=5 SLURM_CPUS_PER_TASK=2\n"
            "for i in 1 2 3 4 5; do SLURM_ARRAY_TASK_ID=$i bash -e job.sh & done; wait\n" + merge)


del BuildTest

if __name__ == "__main__":
    unittest.main()
