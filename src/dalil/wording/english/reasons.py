"""Why git cannot give a state of the project, and what a look-up of a source found, in English."""

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

LOOKING: dict[str, str] = {
    "look-asked": "{reason} (asked for its {asked})",
    "look-found-all": "the page is there; every passage stands there",
    "look-found-none": "the page is there; no words are cited that could be looked for",
    "look-corrected": "the page is there; the record was corrected after it",
    "look-moved-all": "it has moved to {address}; every passage stands there",
    "look-moved-none": "it has moved to {address}; no words are cited that could be looked for",
    "look-passage": "“{words}” is not there as cited",
    "look-passage-near": "“{words}” is not there as cited; the nearest is “{nearest}”",
    "look-passages": "{missing} of {total} passages are not there as cited",
    "look-answer": "the server answered {answer}",
    "look-robots": "its robots.txt asks programs to stay away",
    "look-wall": "the server wants to see a person",
    "look-wall-answer": "the server wants to see a person (it answered {answer})",
    "look-wall-title": "the server wants to see a person (“{title}”)",
    "look-says-gone": "the page says of itself that it is not there (“{title}”)",
    "look-first-page": "it leads to a site's first page, {address}",
    "look-door": "it leads to a door, such as one to log in at, {address}",
    "look-private": "it leads into a private network",
    "look-empty": "the page is empty",
    "look-no-text": "it is no text",
    "look-type": "files of the type {type} are not searched",
    "look-html": "its HTML cannot be read: {reason}",
    "look-pdf-library": "it is a PDF file; with pypdf installed its text would be searched",
    "look-pdf-slow": "it is a PDF file that takes longer than {seconds} seconds to read",
    "look-pdf-broken": "it is a PDF file that cannot be read: {reason}",
    "look-pdf-scan": "it is a PDF file without text, such as a scan",
    "look-too-long": "the page is too long; not all passages stand in its first {size} megabytes",
    "look-scripts": "the page has hardly any text without its scripts",
    "look-reading-slow": "it takes longer than {seconds} seconds to read",
    "look-reading-ends": "it brings down the process that reads it",
    "look-no-address": "the address cannot be asked for",
    "look-port": "no website stands at port {port}",
    "look-password": "the address holds a name or a password, which are sent to nobody",
    "look-no-name": "no server has this name (DNS)",
    "look-refused": "no connection: nobody listens there",
    "look-unconnected": "no connection: {reason}",
    "look-connecting-slow": "no connection within {seconds} seconds",
    "look-silent": "the server said nothing for {seconds} seconds",
    "look-endless": "the answer had no end within {seconds} seconds",
    "look-certificate": "its certificate is not to be trusted: {reason}",
    "look-certificate-expired": "its certificate has run out",
    "look-certificate-name": "its certificate was given to another host",
    "look-certificate-unsigned": "its certificate is signed by nobody who is trusted",
    "look-insecure": "no secure connection could be made: {reason}",
    "look-damaged": "the answer broke off or is damaged: {reason}",
    "look-packed": "the answer is packed as {packing}, which was not asked for",
    "look-broken-off": "the server broke the connection off",
    "look-senseless": "the answer makes no sense: {reason}",
    "look-circle": "its redirects go round in a circle",
    "look-hops": "it redirects more than {limit} times",
    "look-leads-nowhere": "it leads to {address}, which is no address",
    "look-leads-off": "it leads to {address}, which is not on the web",
    "look-host-slow": "the server's answers took more than {seconds} seconds",
    "look-left-alone": "the server asks to be left alone for {seconds} seconds",
    "look-fewer": "the server asks for fewer requests",
    "look-fault": "of a fault of dalil itself, please report it: {fault}",
    "look-archive-answer": "the archive answered {answer}",
    "look-archive-senseless": "the archive's answer makes no sense",
}
