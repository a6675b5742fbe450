"""Why git cannot give a state of the project, in English."""

from __future__ import annotations

GIT: dict[str, str] = {
    "git-missing": "git is not installed; states of the project are compared through it: https://git-scm.com/downloads",
    "git-owner": (
        "the folder {folder} belongs to another user of this machine, so git reads nothing in it. If you trust what is "
        "in it, say so: `git config --global --add safe.directory {quoted}`"
    ),
    "git-bare": (
        "{folder} is, or looks like, a repository without files of its own, whose settings are not believed. Run the "
        "command in a clone: `git clone {quoted}`"
    ),
    "git-none": (
        "{folder} is in no git repository, and states of the project are compared through one. Run the command in a "
        "clone, or begin a repository: `git init`"
    ),
    "git-apart": (
        "the file “.git” leads to {folder}, where no repository is (any more). If the repository was moved: "
        "`git worktree repair`, in it; else clone it again"
    ),
    "git-damaged": (
        "git cannot read the repository of {folder}; it says: “{said}”. `git fsck` looks for what is broken; a new "
        "clone has everything that was pushed"
    ),
    "git-said": "git said: “{said}”",
    "git-no-commits": "the repository has no commit yet, so no state to compare with: `git add -A`, `git commit`",
    "git-unknown": "git knows no commit “{name}” here. {remedy}",
    "git-look": "`git branch --all` and `git log --oneline` show what there is.",
    "git-near": "Did you mean “{nearest}”?",
    "git-near-or": "{near} {other}",
    "git-fetch": "If the remote has it, fetch it: `{command}`",
    "git-fetch-as": "If the remote has it, fetch it: `{command}`; its name is then “{called}”.",
    "git-no-commit": "“{name}” is no commit, but of git's type “{kind}”. A branch, a tag or a commit is wanted",
    "git-cut": "git knows no commit “{name}” here: history is cut off in this clone. Fetch more of it: `{command}`",
    "git-cut-alone": (
        "git knows no commit “{name}” here: history is cut off in this clone, which knows no other repository "
        "(`git remote add origin ADDRESS`, then `git fetch --unshallow origin`)"
    ),
    "git-first": "git knows no commit “{name}” here: history begins with {commit}",
    "git-parent": "git knows no commit “{name}” here: the parents of {commit} are {parents} in number",
    "git-object": (
        "git has no object {object} here: the repository is damaged. `git fsck` looks for what is missing; a new clone "
        "has everything that was pushed"
    ),
    "git-object-left": (
        "git has no object {object} here: the clone was made without some files (--filter), and nothing is fetched "
        "unasked. Fetch them: `git fetch --refetch --no-filter {remote}`"
    ),
    "git-ended": "git ended amid an object; the repository is damaged. `git fsck` looks for what is broken",
    "state-without-folder": "the folder {folder} was not there at {commit}",
    "state-unread": "the state at {commit} cannot be read: {reason}",
    "tree-large": "its files are larger than {limit} MB together; so much is not read",
    "tree-many": "it holds more than {limit} files and folders; so many are not read",
    "tree-folder": "its folder {object} is larger than {limit} MB, or no folder; it is not read",
    "tree-damaged": "its folder {object} is damaged. `git fsck` looks for what is broken",
}
