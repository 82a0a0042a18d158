"""The same network, loss and optimizer in Python's PyTorch, to compare LearningSpeed with.

python unet_speed.py BASE DEPTH SIZE BATCH THREADS
"""

import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

base, depth, size, batch, threads = map(int, sys.argv[1:6])
warm_up, steps = 5, 30
torch.set_num_threads(threads)


class Twice(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.first = nn.Conv2d(before, after, 3, padding=1, bias=False)
        self.first_norm = nn.GroupNorm(4, after)
        self.second = nn.Conv2d(after, after, 3, padding=1, bias=False)
        self.second_norm = nn.GroupNorm(4, after)

    def forward(self, x):
        x = F.leaky_relu(self.first_norm(self.first(x)), 0.01)
        return F.leaky_relu(self.second_norm(self.second(x)), 0.01)


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        channels = [base << level for level in range(depth + 1)]
        self.down = nn.ModuleList(Twice(1 if i == 0 else channels[i - 1], channels[i]) for i in range(depth + 1))
        self.reduce = nn.ModuleList(nn.Conv2d(channels[i + 1], channels[i], 1) for i in range(depth))
        self.up = nn.ModuleList(Twice(2 * channels[i], channels[i]) for i in range(depth))
        self.head = nn.Conv2d(base, 2, 1)
        self.reduce_first = "reduce-first" in sys.argv

    def forward(self, x):
        skips = []
        for level, block in enumerate(self.down):
            x = block(x if level == 0 else F.max_pool2d(x, 2))
            skips.append(x)
        for level in reversed(range(depth)):
            if self.reduce_first:
                x = F.interpolate(self.reduce[level](x), scale_factor=2, mode="bilinear", align_corners=False)
            else:
                x = self.reduce[level](F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False))
            x = self.up[level](torch.cat([skips[level], x], 1))
        return self.head(x)


def soft_dice(logits, labels):
    predicted = logits.softmax(1)
    actual = F.one_hot(labels, 2).permute(0, 3, 1, 2).float()
    overlap = (predicted * actual).sum((0, 2, 3))
    total = predicted.sum((0, 2, 3)) + actual.sum((0, 2, 3))
    return 1 - ((2 * overlap + 1) / (total + 1))[1:].mean()


network = UNet()
adam = torch.optim.Adam(network.parameters(), 1e-3, weight_decay=1e-4)
images = torch.randn(batch, 1, size, size)
labels = (torch.rand(batch, size, size) > 0.5).long()


def step():
    adam.zero_grad()
    logits = network(images)
    loss = F.cross_entropy(logits, labels) + soft_dice(logits, labels)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 12)
    adam.step()
    return loss.item()


times = []
for _ in range(warm_up + steps):
    begin = time.perf_counter()
    step()
    times.append((time.perf_counter() - begin) * 1e3)
times = sorted(times[warm_up:])
median = times[len(times) // 2]
print(f"{' '.join(sys.argv[1:])}: median {median:.0f} ms, fastest {times[0]:.0f} ms, {batch / median * 1e3:.1f} slices/s")
