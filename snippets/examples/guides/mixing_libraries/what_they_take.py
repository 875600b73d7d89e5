import torch

embeddings = torch.ones(64, 1000, dtype=torch.float64).T
points = torch.ones(500, 3)

rows = embeddings.detach().cpu().float().contiguous()
vectors = rows.numpy()
print("faiss:", vectors.dtype, vectors.flags.c_contiguous)
cloud = points.detach().cpu().double().numpy()
print("Open3D:", cloud.dtype, cloud.shape)
