"""What runs after each proof, and is not published with it: says what the proof has left running."""

import threading as _threading

for _thread in _threading.enumerate():
    if _thread is not _threading.current_thread():
        _thread.join(1.0)  # JAX has a timer, which is on its way out
        if _thread.is_alive():
            print("leaves a thread behind:", _thread.name)
