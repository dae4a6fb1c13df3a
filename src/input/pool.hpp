#pragma once
/// Threads that take tasks from one queue, and the bound on what waits there.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace acta::input {

/// Worker threads, which start with the first task.  Tasks start in the order they came, and throw
/// nothing.
class Pool {
 public:
  explicit Pool(unsigned threads);

  /// Ends when every task is done.
  ~Pool();

  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  /// Adds a task.
  void submit(std::function<void()> task);

  /// Waits until no task is left.
  void drain();

  unsigned threads() const { return threads_; }

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable some_;
  std::condition_variable none_;
  std::deque<std::function<void()>> tasks_;
  std::size_t running_ = 0;
  unsigned threads_;
  bool closing_ = false;
  std::vector<std::jthread> workers_;
};

/// A number of bytes that may be in hand at once; what is larger than all of it goes alone.
class Budget {
 public:
  explicit Budget(std::size_t bytes) : limit_(bytes) {}

  /// Waits until there is room for `bytes`.
  void take(std::size_t bytes);

  /// Gives them back.
  void give(std::size_t bytes);

 private:
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t limit_;
  std::size_t used_ = 0;
};

}  // namespace acta::input
