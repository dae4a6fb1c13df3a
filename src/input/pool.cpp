#include "input/pool.hpp"

#include <utility>

namespace acta::input {

Pool::Pool(unsigned threads) : threads_(threads) {}

Pool::~Pool() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  some_.notify_all();
}

void Pool::submit(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
    for (; workers_.size() < threads_;) workers_.emplace_back([this] { work(); });
  }
  some_.notify_one();
}

void Pool::drain() {
  std::unique_lock lock(mutex_);
  none_.wait(lock, [this] { return tasks_.empty() && running_ == 0; });
}

void Pool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    some_.wait(lock, [this] { return closing_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    ++running_;
    lock.unlock();
    task();
    task = nullptr;
    lock.lock();
    --running_;
    if (tasks_.empty() && running_ == 0) none_.notify_all();
  }
}

void Budget::take(std::size_t bytes) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return used_ == 0 || used_ + bytes <= limit_; });
  used_ += bytes;
}

void Budget::give(std::size_t bytes) {
  {
    const std::lock_guard lock(mutex_);
    used_ -= bytes;
  }
  room_.notify_all();
}

}  // namespace acta::input
